import { Readable } from 'node:stream';

/** A stream of pieces; what the iteration throws is the error of the stream. */
export const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
	Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array<ArrayBuffer>>;
