export * from './operations/counter-evidence.server.ts';
export * from './operations/decisions.server.ts';
export * from './operations/experiments.server.ts';
export * from './operations/get-theme.server.ts';
export * from './operations/get.server.ts';
