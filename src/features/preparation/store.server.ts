export * from './store/answers.server.ts';
export * from './store/briefs.server.ts';
export * from './store/core.server.ts';
export * from './store/goals.server.ts';
export * from './store/interview-context.server.ts';
export * from './store/questions.server.ts';
export * from './store/sources.server.ts';
export * from './store/strengths.server.ts';
