export * from './operations/adding.server.ts';
export * from './operations/pausing.server.ts';
export * from './operations/seeing.server.ts';
export * from './operations/sending.server.ts';
