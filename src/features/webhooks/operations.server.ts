export * from './operations/adding.server.ts';
export * from './operations/pausing.server.ts';
export * from './operations/listing.server.ts';
export * from './operations/sending.server.ts';
