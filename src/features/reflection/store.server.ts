export * from './store/debriefs.server.ts';
export * from './store/favours.server.ts';
export * from './store/insights.server.ts';
export * from './store/named-people.server.ts';
