/** An answer whose body is a file; the rest of the operation's output travels in a header. */
const fileType = 'application/octet-stream';
const outputHeader = 'imago-output';

/** Headers of an answer that is a file. */
export const fileHeaders = (output: unknown) => ({
	'content-type': fileType,
	[outputHeader]: encodeURIComponent(JSON.stringify(output))
});

/** The output that came with a file; undefined where the answer is none. */
export function outputBesideFile({ headers }: Pick<Response, 'headers'>): unknown {
	if (headers.get('content-type') !== fileType) return undefined;
	return JSON.parse(decodeURIComponent(headers.get(outputHeader) ?? '{}'));
}
