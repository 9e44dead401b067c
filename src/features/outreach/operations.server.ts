export * from './operations/answers.server.ts';
export * from './operations/draft.server.ts';
export * from './operations/sent.server.ts';
export * from './operations/templates.server.ts';
export * from './operations/unsent.server.ts';
export * from './operations/write.server.ts';
