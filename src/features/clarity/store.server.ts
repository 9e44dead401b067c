export * from './store/consultations.server.ts';
export * from './store/criteria.server.ts';
export * from './store/options.server.ts';
export * from './store/readiness.server.ts';
export * from './store/self-notes.server.ts';
export * from './store/themes.server.ts';
