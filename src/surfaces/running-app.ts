import type { App } from './app.server.ts';

/**
 * The server entry and the bundled pages are two module graphs in one process; they share the app through
 * this property of `globalThis`. In development the dev server reloads modules and must not open the data
 * folder a second time.
 */
const appKey = Symbol.for('imago.app');
type GlobalWithApp = typeof globalThis & { [appKey]?: App };

export function setRunningApp(app: App): void {
	(globalThis as GlobalWithApp)[appKey] = app;
}

export function runningApp(): App | undefined {
	return (globalThis as GlobalWithApp)[appKey];
}
