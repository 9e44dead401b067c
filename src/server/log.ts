import pino from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** What a log must never hold, wherever it appears. */
const redacted = ['password', 'token', 'cookie', 'authorization', 'code', 'secret', 'body'];

/** Lines of JSON on standard error; names and texts of people never go in. */
export function openLog(level: Config['logLevel']): Log {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			redact: { paths: redacted.flatMap((name) => [name, `*.${name}`]), censor: '…' },
			serializers: { error: pino.stdSerializers.err }
		},
		pino.destination({ dest: 2, sync: true })
	);
}
