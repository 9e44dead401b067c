import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything that the environment decides, read and judged in this file alone. */
export interface Config {
	/** address the server listens on */
	host: string;
	port: number;
	/** absolute path of the data folder */
	data: string;
	/** what the browser's address bar shows, without a slash at the end */
	origin: string;
	signup: 'closed' | 'open';
	trustedProxies: readonly string[];
	logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
	/** whose workspace the command line works in, where no other is named */
	account: string | undefined;
	/** bytes one upload may have */
	uploadLimit: number;
}

/** The start is stopped with a sentence for each value that cannot be used. */
export class WrongConfig extends Error {
	readonly sentences: string[];
	constructor(sentences: string[]) {
		super(sentences.join('\n'));
		this.name = 'WrongConfig';
		this.sentences = sentences;
	}
}

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

function isAddressRange(text: string): boolean {
	const [address, bits, ...rest] = text.split('/');
	if (!address || rest.length > 0) return false;
	const family = isIP(address);
	if (family === 0) return false;
	return (
		bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
	);
}

const shape = z.object({
	HOST: z
		.string()
		.default('127.0.0.1')
		.refine((host) => isIP(host) > 0 || host === 'localhost', {
			error: 'it must be an IP address of this machine, for example 127.0.0.1 or 0.0.0.0'
		}),
	PORT: z
		.string()
		.default('4321')
		.refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65535, {
			error: 'it must be a whole number from 0 to 65535'
		}),
	IMAGO_DATA: z.string().min(1, 'it must name a folder').default('./data'),
	IMAGO_ORIGIN: z
		.string()
		.refine((text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ''), {
			error: 'it must be an origin without a path, for example https://imago.example'
		})
		.optional(),
	IMAGO_SIGNUP: z
		.enum(['closed', 'open'], { error: 'it must be closed or open' })
		.default('closed'),
	IMAGO_TRUSTED_PROXIES: z
		.string()
		.default('')
		.refine(
			(text) => text.split(',').every((part) => !part.trim() || isAddressRange(part.trim())),
			{
				error:
					'it must be addresses or ranges with commas between, for example 10.0.0.2,172.16.0.0/12'
			}
		),
	IMAGO_LOG: z
		.enum(['debug', 'info', 'warn', 'error', 'silent'], {
			error: 'it must be debug, info, warn, error or silent'
		})
		.default('info'),
	IMAGO_ACCOUNT: z.string().optional(),
	DATABASE_URL: z
		.undefined({
			error:
				'PostgreSQL is not served by this version; leave it out to keep everything in one SQLite file'
		})
		.optional()
});

/** Names this file knows; another IMAGO_ name is a slip of the pen and stops the start too. */
const known = new Set(Object.keys(shape.shape));

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
	return loopback.test(host);
}

/**
 * Reads the environment once.
 * @param environment usually `process.env`; empty values count as absent
 * @throws WrongConfig with one sentence for each value that cannot be used
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
	const sentences = Object.keys(given)
		.filter((name) => name.startsWith('IMAGO_') && !known.has(name))
		.map((name) => `${name} is not a setting of Imago. Known are ${[...known].join(', ')}.`);
	const parsed = shape.safeParse(given);
	if (!parsed.success) {
		for (const issue of parsed.error.issues) {
			const name = String(issue.path[0]);
			// An address of a database or a mail server holds a password; terminals are kept in logs.
			const shown = name.endsWith('_URL') ? '' : ` is "${given[name] ?? ''}"`;
			sentences.push(`${name}${shown}: ${issue.message}.`);
		}
		throw new WrongConfig(sentences);
	}
	const value = parsed.data;
	const local = isLoopback(value.HOST);
	if (!local && !value.IMAGO_ORIGIN?.startsWith('https://')) {
		sentences.push(
			`HOST is "${value.HOST}", which others can reach, so IMAGO_ORIGIN must be the https address that people type. Passkeys, safe cookies and work without a network need https.`
		);
	}
	if (sentences.length > 0) throw new WrongConfig(sentences);
	const port = Number(value.PORT);
	const shownHost = isIP(value.HOST) === 6 ? `[${value.HOST}]` : value.HOST;
	return {
		host: value.HOST,
		port,
		data: resolve(value.IMAGO_DATA),
		origin: value.IMAGO_ORIGIN?.replace(/\/$/, '') ?? `http://${shownHost}:${port}`,
		signup: value.IMAGO_SIGNUP,
		trustedProxies: value.IMAGO_TRUSTED_PROXIES.split(',')
			.map((part) => part.trim())
			.filter(Boolean),
		logLevel: value.IMAGO_LOG,
		account: value.IMAGO_ACCOUNT,
		uploadLimit: 10 * 1024 * 1024
	};
}
