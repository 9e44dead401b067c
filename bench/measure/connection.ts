import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	/** as transferred, compressed where the server compressed it */
	body: Buffer;
	/** milliseconds from the first byte of the request to the last of the answer */
	millis: number;
}

/**
 * One keep-alive connection to a server. Uses `node:http` and not `fetch`, which takes longer than a bare
 * page and decompresses what is to be weighed.
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

	/** Like `get`, but throws for any status but 200. */
	async page(path: string): Promise<Answer> {
		const answer = await this.get(path);
		if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
		return answer;
	}

	close(): void {
		this.#agent.destroy();
	}
}
