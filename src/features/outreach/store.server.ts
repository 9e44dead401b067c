export * from './store/messages.server.ts';
export * from './store/templates.server.ts';
