export * from './shapes/imports.ts';
export * from './shapes/organizations.ts';
export * from './shapes/people.ts';
