export * from './operations/agree.server.ts';
export * from './operations/cancel.server.ts';
export * from './operations/preview.server.ts';
export * from './operations/move.server.ts';
export * from './operations/get.server.ts';
