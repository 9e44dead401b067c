import { parsedJson } from '#kernel/json.ts';
import { refuse, type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { openFileBody } from './file-body/file-body.ts';
import { JsonBeyondBounds, JsonLimiter, type JsonBounds } from '#server/json-limits.ts';

/**
 * Bytes that a request body may have, unless its operation declares more (`docs/security/measures.md`).
 */
export const usualBodyBytes = 1024 * 1024;

/** Above every input of Imago: the 200 events of a talk have about 6,000 tokens [D]. */
const usualBounds: JsonBounds = { depth: 32, tokens: 50_000 };
/** A larger body is a file inside one string, so that parsing it costs no more than copying it. */
const fileBounds: JsonBounds = { depth: 4, tokens: 100 };

const jsonType = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i;

/** Refusal of a body whose Content-Type is not JSON. */
export const notJson = refuseInvalid(
	'body.other-type',
	'The body must be JSON, with the header "Content-Type: application/json". Nothing was changed. Add the header and send the request again.'
);

const tooMuch = refuse(
	'too-large',
	'body.too-much',
	'The body has too many lists and values, or too many levels of nesting. Nothing was changed. Send less at a time.'
);

const notAnObject = refuseInvalid(
	'body.not-json',
	'The body must be one JSON object. Nothing was changed. See /api/v1/openapi.json for an example of each request.'
);

/**
 * Refusal of a body longer than its address allows.
 * @param most bytes
 */
export function tooLarge(most: number): Refusal {
	const megabytes = Math.round(most / 2 ** 20);
	const bound = megabytes > 1 ? `${megabytes} MB` : `${Math.round(most / 1024)} kB`;
	return refuse(
		'too-large',
		'body.too-large',
		`The request is larger than ${bound}. Nothing was changed. Send less at a time.`
	);
}

/** Whether the body is longer than 1 MB by its Content-Length, which only a file is. */
export function isFile({ headers }: Pick<Request, 'headers'>): boolean {
	return Number(headers.get('content-length') ?? 0) > usualBodyBytes;
}

/**
 * Reads a JSON body in chunks, up to `most` bytes, and counts its depth and tokens before any of it is
 * parsed.
 * @throws Refusal `body.too-large`, `body.too-much` (413)
 */
async function readChunks(
	request: Request,
	most: number,
	onChunk: (chunk: Uint8Array) => void
): Promise<void> {
	if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
	const limiter = new JsonLimiter(isFile(request) ? fileBounds : usualBounds);
	let bytes = 0;
	// A `for await` loop that is left would cancel the body, and close the connection that the refusal is
	// sent on.
	const reader = request.body?.getReader();
	try {
		for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
			bytes += read.value.byteLength;
			if (bytes > most) throw tooLarge(most);
			limiter.push(read.value);
			onChunk(read.value);
		}
	} catch (error) {
		throw error instanceof JsonBeyondBounds ? tooMuch : error;
	} finally {
		reader?.releaseLock();
	}
}

/**
 * Reads the text of a JSON body.
 * @param most bytes
 * @throws Refusal `body.too-large`, `body.too-much` (413)
 */
export async function readJsonText(request: Request, most = usualBodyBytes): Promise<string> {
	const chunks: Uint8Array[] = [];
	await readChunks(request, most, (chunk) => chunks.push(chunk));
	return Buffer.concat(chunks)
		.toString('utf8')
		.replace(/^\ufeff/, '');
}

/**
 * Reads a large body with a file and parses it in a worker thread; `content` of the result is the bytes
 * of the file.
 */
async function readFileBody(request: Request, most: number): Promise<unknown> {
	const body = openFileBody();
	try {
		await readChunks(request, most, body.push);
		return await body.parsed();
	} finally {
		body.close();
	}
}

async function readValue(request: Request, most: number): Promise<unknown> {
	if (isFile(request)) return readFileBody(request, most);
	const text = await readJsonText(request, most);
	return text.trim() === '' ? {} : parsedJson(text);
}

/**
 * Reads a JSON body.
 * @param most bytes
 * @throws Refusal `body.too-large`, `body.too-much` (413), `body.not-json`; `body.other-type` for a
 * body of another type
 */
export async function readJson(
	request: Request,
	most = usualBodyBytes
): Promise<Record<string, unknown>> {
	const type = request.headers.get('content-type');
	const isOther = type !== null && !jsonType.test(type.trim());
	if (isOther && request.body && request.headers.get('content-length') !== '0') throw notJson;
	const value = await readValue(request, most);
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		return value as Record<string, unknown>;
	}
	throw notAnObject;
}
