import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	/** as it came over the wire, compressed where the server compressed it */
	body: Buffer;
	/** from the request's first byte to the answer's last */
	millis: number;
}

/**
 * One kept connection to a server. `node:http` and not `fetch`, which spends more time of its own
 * than a bare page takes and unpacks what is to be weighed.
 */
export class Connection {
	readonly #origin: string;
	readonly #headers: Record<string, string>;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

	constructor(origin: string, headers: Record<string, string> = {}) {
		this.#origin = origin;
		this.#headers = headers;
	}

	get(path: string): Promise<Answer> {
		const from = performance.now();
		return new Promise((resolve, reject) => {
			const options = { agent: this.#agent, headers: this.#headers };
			const sent = request(this.#origin + path, options, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.once('error', reject);
				response.once('end', () => {
					const millis = performance.now() - from;
					const { statusCode: status = 0, headers } = response;
					resolve({ status, headers, body: Buffer.concat(parts), millis });
				});
			});
			sent.once('error', reject);
			sent.end();
		});
	}

	/** The same, where anything but 200 would make the measurement worthless. */
	async page(path: string): Promise<Answer> {
		const answer = await this.get(path);
		if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
		return answer;
	}

	close(): void {
		this.#agent.destroy();
	}
}
