import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * A load balancer before several processes, as a reverse proxy would be: each request goes to the
 * next process.
 */
export interface Balancer {
	origin: string;
	/** sets the origins of the processes; one that does not answer is skipped */
	use(origins: string[]): void;
	/** number of answered requests by process */
	answered: Map<string, number>;
	stop(): Promise<void>;
}

export async function startBalancer(port: number): Promise<Balancer> {
	let origins: string[] = [];
	let turn = 0;
	const answered = new Map<string, number>();

	const pass = (incoming: IncomingMessage, body: Buffer, out: ServerResponse, tries: number) => {
		const origin = origins[turn++ % Math.max(1, origins.length)];
		if (!origin || tries > origins.length) {
			out.writeHead(502).end();
			return;
		}
		const { method, url, headers } = incoming;
		const onward = request(origin + (url ?? ''), { method, headers }, (answer) => {
			answered.set(origin, (answered.get(origin) ?? 0) + 1);
			out.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(out);
			answer.on('error', () => out.destroy());
		});
		onward.on('error', (error: NodeJS.ErrnoException) => {
			// The connection was refused, so the request was not received and another process may get it.
			// A request that broke later may have been processed; only a GET is repeated then.
			const again = error.code === 'ECONNREFUSED' || method === 'GET';
			if (again && !out.headersSent) pass(incoming, body, out, tries + 1);
			else if (out.headersSent) out.destroy();
			else out.writeHead(502).end();
		});
		onward.end(body);
	};

	const server = createServer((incoming, out) => {
		const parts: Buffer[] = [];
		incoming.on('data', (part: Buffer) => parts.push(part));
		incoming.on('end', () => pass(incoming, Buffer.concat(parts), out, 0));
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${port}`,
		use: (next) => {
			origins = next;
		},
		answered,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
