/** Whose workspace it is: name, address, introduction, zone, and the country whose holidays count. */
export { workspaceOf } from '../store.server.ts';
