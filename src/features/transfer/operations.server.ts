export * from './operations/workspace.server.ts';
