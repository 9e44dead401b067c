import pino from 'pino';
import { isSecretName } from '#kernel/secret-names.ts';
import type { Config } from './config.ts';

export type Log = pino.Logger;

/** Field names, beside those of secrets, whose values are never logged. */
const redacted = new Set(['cookie', 'authorization', 'code', 'body']);

/** Replaces the value of every field that must not be logged by `…`, at any depth. */
function withoutSecrets(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSecrets);
	if (typeof value !== 'object' || value?.constructor !== Object) return value;
	const fields = Object.entries(value).map(([name, inner]) => [
		name,
		redacted.has(name) || isSecretName(name) ? '…' : withoutSecrets(inner)
	]);
	return Object.fromEntries(fields);
}

/** The logged parts of an error; further properties of a database error may quote query values. */
function serializedError(error: unknown): unknown {
	if (!(error instanceof Error)) return String(error);
	const { name, message, stack, code } = error as Error & { code?: unknown };
	return { type: name, message, stack, ...(code === undefined ? {} : { reason: String(code) }) };
}

/** Opens the log: lines of JSON on standard error. Names and texts of people are never logged. */
export function openLog(level: Config['logLevel']): Log {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { log: (fields) => withoutSecrets(fields) as Record<string, unknown> },
			serializers: { error: serializedError }
		},
		pino.destination({ dest: 2, sync: true })
	);
}
