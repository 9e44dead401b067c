export * from './store/counts.server.ts';
export * from './store/finding.server.ts';
export * from './store/interviews.server.ts';
export * from './store/threads.server.ts';
