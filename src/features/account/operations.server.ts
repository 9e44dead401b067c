export * from './operations/audit-events.server.ts';
export * from './operations/keys.server.ts';
export * from './operations/profile.server.ts';
export * from './operations/season.server.ts';
export * from './operations/sessions.server.ts';
