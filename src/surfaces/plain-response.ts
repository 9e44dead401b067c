/** Makes a text/plain response of one sentence, for browsers and terminals. */
export function plainResponse(status: number, sentence: string): Response {
	const headers = { 'content-type': 'text/plain; charset=utf-8' };
	return new Response(sentence, { status, headers });
}
