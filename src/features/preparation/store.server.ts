export * from './store/goals.server.ts';
export * from './store/sources.server.ts';
