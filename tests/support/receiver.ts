import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { configureOutbound } from '#server/outbound/settings.ts';
import type { TestApp } from '#tests/support/app.ts';
import type { Payload } from '#features/webhooks/rules/payload.ts';

export interface Received {
	headers: IncomingHttpHeaders;
	body: string;
	told: Payload;
}

export interface Receiver {
	url: string;
	received: Received[];
	/** status of its answers from now on; 0 never answers */
	answer: number;
	close(): Promise<void>;
}

/** A receiver of webhooks: a server on loopback, which the test app is allowed to call. */
export async function openReceiver(answerWithin?: number): Promise<Receiver> {
	configureOutbound({
		outboundAllow: ['127.0.0.0/8'],
		...(answerWithin === undefined ? {} : { answerWithin })
	});
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			receiver.received.push({
				headers: request.headers,
				body,
				told: JSON.parse(body) as Payload
			});
			if (receiver.answer > 0) response.writeHead(receiver.answer).end('thank you');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/imago`,
		received: [],
		answer: 204,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			configureOutbound({ outboundAllow: [] });
		}
	};
	return receiver;
}

/** Waits until every due delivery was attempted and recorded. */
export async function quiet(testApp: TestApp): Promise<void> {
	testApp.app.jobs.wake();
	await testApp.settle();
	await vi.waitFor(
		async () => {
			const open = await testApp.open
				.selectFrom('deliveries')
				.select('id')
				.where('attempts', '=', 0)
				.where('next_try_at', 'is not', null)
				.execute();
			const waiting = await testApp.open
				.selectFrom('deliveries')
				.select('id')
				.where('next_try_at', 'is not', null)
				.where('failure', 'is', null)
				.execute();
			if (open.length + waiting.length > 0) throw new Error('Something is on its way still.');
		},
		{ timeout: 8000, interval: 10 }
	);
}
