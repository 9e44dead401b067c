export * from './operations/list.server.ts';
export * from './operations/today.server.ts';
