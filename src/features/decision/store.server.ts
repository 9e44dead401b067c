export * from './store/counter-evidence.server.ts';
export * from './store/decisions.server.ts';
export * from './store/experiments.server.ts';
export * from './store/insights.server.ts';
export * from './store/reading.server.ts';
