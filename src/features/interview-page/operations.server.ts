export * from './operations/get.server.ts';
