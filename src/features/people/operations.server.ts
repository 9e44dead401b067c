export * from './operations/import-steps.server.ts';
export * from './operations/finding.server.ts';
export * from './operations/imports.server.ts';
export * from './operations/people.server.ts';
export * from './operations/organizations.server.ts';
export * from './operations/protecting.server.ts';
export * from './operations/titles.server.ts';
