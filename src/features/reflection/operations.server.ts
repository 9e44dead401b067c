export * from './operations/debrief.server.ts';
export * from './operations/favours.server.ts';
export * from './operations/insights.server.ts';
export * from './operations/lists.server.ts';
export * from './operations/named-people.server.ts';
export * from './operations/get.server.ts';
