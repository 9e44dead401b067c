/** The same sign of life that Imago gives, so that both starts are measured to the same point. */
export function GET(): Response {
	return Response.json({ status: 'ok' });
}
