/** Profile of the workspace: name, address, introduction, zone, and country of holidays. */
export { workspaceOf } from '../store.server.ts';
