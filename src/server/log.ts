import pino from 'pino';
import { isSecretName } from '#kernel/secret-names.ts';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** What a log must never hold beside secrets, wherever it appears. */
const redacted = new Set(['cookie', 'authorization', 'code', 'body']);

/** The same with `…` for every value whose name says that it is not for a log, at any depth. */
function withoutSecrets(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value?.constructor !== Object) return value;
	const kept = Object.entries(value).map(([name, inner]) => [
		name,
		redacted.has(name) || isSecretName(name) ? '…' : withoutSecrets(inner)
	]);
	return Object.fromEntries(kept);
}

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
			formatters: { log: (fields) => withoutSecrets(fields) as Record<string, unknown> },
			serializers: { error: shown }
		},
		pino.destination({ dest: 2, sync: true })
	);
}
