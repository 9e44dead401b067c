/** The little of autocannon that the bench uses; it brings no types. */
declare module 'autocannon' {
	interface Options {
		url: string;
		connections: number;
		/** seconds */
		duration: number;
		headers: Record<string, string>;
		requests: { path: string }[];
	}
	interface Result {
		requests: { total: number };
		/** seconds */
		duration: number;
		non2xx: number;
		errors: number;
		timeouts: number;
	}
	export default function autocannon(options: Options): Promise<Result>;
}
