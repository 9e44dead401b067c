export * from './operations/answer.server.ts';
export * from './operations/close.server.ts';
export * from './operations/planning-choices.server.ts';
export * from './operations/find.server.ts';
export * from './operations/plan.server.ts';
