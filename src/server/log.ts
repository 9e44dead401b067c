import pino from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** What a log must never hold, wherever it appears. */
const redacted = ['password', 'token', 'cookie', 'authorization', 'code', 'secret', 'body'];

/** What the log keeps of an error: a database's own words beside it may quote what was asked for. */
function shown(error: unknown): unknown {
	if (!(error instanceof Error)) return String(error);
	const { name, message, stack, code } = error as Error & { code?: unknown };
	return { type: name, message, stack, ...(code === undefined ? {} : { reason: String(code) }) };
}

/** Lines of JSON on standard error; names and texts of people never go in. */
export function openLog(level: Config['logLevel']): Log {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			redact: { paths: redacted.flatMap((name) => [name, `*.${name}`]), censor: '…' },
			serializers: { error: shown }
		},
		pino.destination({ dest: 2, sync: true })
	);
}
