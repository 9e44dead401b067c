export * from './operations/counter-evidence.server.ts';
export * from './operations/decisions.server.ts';
export * from './operations/experiments.server.ts';
export * from './operations/see-theme.server.ts';
export * from './operations/see.server.ts';
