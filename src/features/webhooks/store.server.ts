export * from './store/deliveries.server.ts';
export * from './store/webhooks.server.ts';
