import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';

/** One address before several processes, as a reverse proxy stands there: each request to the next. */
export interface Balancer {
	origin: string;
	/** origins of the processes, in turn; what is gone is passed over */
	use(origins: string[]): void;
	/** how many requests each process answered */
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
			// Nothing listens there: the request went nowhere, so another may have it. One that broke
			// on its way may have been done; only reading is repeated then.
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
