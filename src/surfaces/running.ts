import type { App } from './app.server.ts';

/**
 * The server's entry and the bundled pages are two module graphs in one process; they meet here.
 * In development the dev server loads modules again and must not open the folder twice.
 */
const place = Symbol.for('imago.app');
type ConnectionSettings = typeof globalThis & { [place]?: App };

export function keepApp(app: App): void {
	(globalThis as ConnectionSettings)[place] = app;
}

export function keptApp(): App | undefined {
	return (globalThis as ConnectionSettings)[place];
}
