export * from './schemas/imports.ts';
export * from './schemas/organizations.ts';
export * from './schemas/people.ts';
