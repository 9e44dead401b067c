/** The same health check as Imago, so that both start times are measured to the same point. */
export function GET(): Response {
	return Response.json({ status: 'ok' });
}
