import { parentPort } from 'node:worker_threads';
import { parsedJson } from '#kernel/json.ts';
import type { FileBodyAnswer, FileBodyMessage } from './file-body.ts';

/**
 * Worker thread that parses JSON bodies with a file and decodes the file from its string, so that the
 * main thread goes on answering requests.
 */
const chunks = new Map<number, Uint8Array[]>();

/** Decodes the input field `content` by its `encoding`: `text` is UTF-8, everything else base64. */
function fileOf(content: string, encoding: unknown): Buffer<ArrayBuffer> {
	return Buffer.from(content, encoding === 'text' ? 'utf8' : 'base64');
}

function answerOf(id: number, body: readonly Uint8Array[]): [FileBodyAnswer, ArrayBuffer[]] {
	const text = Buffer.concat(body).toString('utf8');
	const value = parsedJson(text.replace(/^\ufeff/, ''));
	if (typeof value !== 'object' || value === null || !('content' in value)) {
		return [{ id, value }, []];
	}
	const { content } = value;
	if (typeof content !== 'string') return [{ id, value }, []];
	const bytes = fileOf(content, 'encoding' in value ? value.encoding : undefined);
	// A small Buffer shares a pooled ArrayBuffer, which cannot be transferred.
	const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
	return [{ id, value: { ...value, content: new Uint8Array(own.buffer) } }, [own.buffer]];
}

parentPort?.on('message', (message: FileBodyMessage) => {
	if (message.kind === 'chunk') {
		const body = chunks.get(message.id);
		if (body) body.push(message.bytes);
		else chunks.set(message.id, [message.bytes]);
		return;
	}
	const body = chunks.get(message.id) ?? [];
	chunks.delete(message.id);
	if (message.kind === 'end') parentPort?.postMessage(...answerOf(message.id, body));
});
