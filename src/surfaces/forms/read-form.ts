import { Busboy } from '@fastify/busboy';
import { setImmediate } from 'node:timers/promises';
import { Refusal, refuse } from '#kernel/refusal.ts';

/** Fields that a form may bring [D]; the largest of ours has about sixty. */
export const mostFields = 1000;

const unreadable = refuse(
	'invalid',
	'form.unreadable',
	'This form arrived damaged. Nothing was changed. Go back and send it again.'
);

const tooManyFields = refuse(
	'too-large',
	'form.too-many-fields',
	'This form brings more fields than any page of Imago has. Nothing was changed. Go back and send it again.'
);

/** Whether a mark stands in the bytes more often than a form has fields; looks no further than that. */
export function hasTooMany(bytes: Buffer, mark: string): boolean {
	let count = 0;
	for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
		count += 1;
		if (count > mostFields) return true;
	}
	return false;
}

const multipart = /^multipart\/form-data\b/i;
const plain = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Bytes that are looked at together: others' requests are seen between two chunks. */
const chunkBytes = 64 * 1024;

/** Reads parts as they come, so that a large file keeps nobody waiting, and no more parts than fields. */
async function readParts(request: Request, type: string): Promise<FormData> {
	const form = new FormData();
	const limits = { parts: mostFields, fieldNameSize: 1000, fieldSize: Infinity };
	const parser = new Busboy({ headers: { 'content-type': type }, limits });
	const { promise: ended, resolve, reject } = Promise.withResolvers<FormData>();
	let over = false;
	ended.catch(() => (over = true));
	parser.on('field', (name, value, nameIsCut) => {
		if (nameIsCut) reject(unreadable);
		else form.append(name, value);
	});
	parser.on('file', (name, stream, fileName, _, mediaType) => {
		const chunks: Buffer<ArrayBuffer>[] = [];
		// A part that ends too early fails by itself, beside the form it is in.
		stream.on('error', reject);
		stream.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
		stream.once('end', () => {
			form.append(name, new File(chunks, fileName, { type: mediaType }));
		});
	});
	parser.on('partsLimit', () => {
		reject(tooManyFields);
	});
	parser.on('error', reject);
	parser.once('finish', () => {
		resolve(form);
	});
	// Leaving a loop over the body would cancel it, and with it the connection that a refusal needs.
	const reader = request.body?.getReader();
	try {
		for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
			for (let at = 0; at < read.value.length; at += chunkBytes) {
				parser.write(read.value.subarray(at, at + chunkBytes));
				// What has failed fails alike for the rest of it.
				await setImmediate();
				if (over) return await ended;
			}
		}
	} finally {
		reader?.releaseLock();
	}
	parser.end();
	return ended;
}

async function readPairs(request: Request, type: string): Promise<FormData> {
	const bytes = Buffer.from(await request.arrayBuffer());
	if (hasTooMany(bytes, '&')) throw tooManyFields;
	return new Response(bytes, { headers: { 'content-type': type } }).formData();
}

/**
 * Reads a posted form. Its fields are counted while they are read: half a million empty ones would hold
 * the server up for seconds.
 * @throws Refusal `form.unreadable` for a body that is no form, damaged on the way or by hand;
 * `form.too-many-fields` (413)
 */
export async function readForm(request: Request): Promise<FormData> {
	const type = request.headers.get('content-type') ?? '';
	try {
		if (multipart.test(type)) return await readParts(request, type);
		if (plain.test(type)) return await readPairs(request, type);
	} catch (error) {
		if (error instanceof Refusal) throw error;
	}
	throw unreadable;
}
