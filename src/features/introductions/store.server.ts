export * from './store/introduction-requests.server.ts';
export * from './store/events.server.ts';
export * from './store/introductions.server.ts';
export * from './store/met.server.ts';
export * from './store/schools.server.ts';
export * from './store/channel-counts.server.ts';
