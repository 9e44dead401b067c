export * from './operations/see.server.ts';
