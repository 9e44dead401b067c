/** An answer of one sentence, for whoever reads it in a browser or a terminal. */
export function plainAnswer(status: number, sentence: string): Response {
	const headers = { 'content-type': 'text/plain; charset=utf-8' };
	return new Response(sentence, { status, headers });
}
