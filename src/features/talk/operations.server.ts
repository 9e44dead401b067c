export * from './operations/add.server.ts';
export * from './operations/held.server.ts';
export * from './operations/record.server.ts';
export * from './operations/get.server.ts';
