/** Types for the part of autocannon that the bench and the overload tests use; the package has none. */
declare module 'autocannon' {
	interface Options {
		url: string;
		connections: number;
		/** seconds */
		duration: number;
		headers?: Record<string, string>;
		requests?: { path: string }[];
		/** called with each connection before its first request */
		setupClient?: (client: { setHeaders(headers: Record<string, string>): void }) => void;
	}
	interface Result {
		requests: { total: number };
		/** seconds */
		duration: number;
		'2xx': number;
		'5xx': number;
		non2xx: number;
		errors: number;
		timeouts: number;
		statusCodeStats: Record<string, { count: number } | undefined>;
	}
	export default function autocannon(options: Options): Promise<Result>;
}
