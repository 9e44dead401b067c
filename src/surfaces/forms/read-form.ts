import { Busboy } from '@fastify/busboy';
import { setImmediate } from 'node:timers/promises';
import { Refusal, refuse, refuseInvalid } from '#kernel/refusal.ts';

/** Fields that a form may have [D]; the largest of Imago has about sixty. */
const mostFields = 1000;

const unreadable = refuseInvalid(
	'form.unreadable',
	'The form was damaged on the way. Nothing was changed. Go back and send the form again.'
);

const tooManyFields = refuse(
	'too-large',
	'form.too-many-fields',
	'The form has too many fields. Nothing was changed. Go back and send the form again.'
);

/**
 * Whether a separator occurs in the bytes more often than a form may have fields; stops counting there.
 */
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

/** Bytes parsed without a break; other requests are handled between two chunks. */
const chunkBytes = 64 * 1024;

/**
 * Parses multipart/form-data as a stream, yielding between chunks, and stops after `mostFields` parts.
 */
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
		// A truncated part emits an error of its own, not one of the parser.
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
	// A `for await` loop that is left would cancel the body, and close the connection that the refusal is
	// sent on.
	const reader = request.body?.getReader();
	try {
		for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
			for (let at = 0; at < read.value.length; at += chunkBytes) {
				parser.write(read.value.subarray(at, at + chunkBytes));
				// After an error the rest of the body is not parsed.
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
 * Reads a posted form. Fields are counted while they are read: parsing 500,000 empty ones would block the
 * server for seconds.
 * @throws Refusal `form.unreadable` for a body that is no valid form; `form.too-many-fields` (413)
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
