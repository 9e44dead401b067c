import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { blocklistError } from './auth/password-blocklist.ts';
import { limits } from './rate-limiter.ts';

/** The settings of the instance. This file alone reads and validates the environment variables. */
export interface Config {
	/** address the server listens on */
	host: string;
	port: number;
	/** absolute path of the data folder */
	data: string;
	/** public origin of the instance, without a slash at the end */
	origin: string;
	/** whether every account needs a second factor beside its password */
	secondFactor: 'optional' | 'required';
	trustedProxies: readonly string[];
	logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
	/** account whose workspace the command line uses when no other is named */
	account: string | undefined;
	/** bytes of an upload at most */
	uploadLimit: number;
	/** connection URLs of PostgreSQL; without them the data is in one SQLite file */
	postgres: { url: string; ownerUrl: string | undefined } | undefined;
	/** 32 bytes that several processes share; when left out, the key in the data folder is used */
	secret: Buffer | undefined;
	/** private addresses that may be called although users type them, see `outbound/` */
	outboundAllow: readonly string[];
	/** requests that one API key may send in a minute */
	keyRequests: number;
	/** days that events of a workspace are kept; without a limit when left out */
	auditEventsKeepDays: number | undefined;
	/** absolute path of the host's list of breached passwords, see `auth/password-blocklist.ts` */
	passwordBlocklist: string | undefined;
}

/** Settings that cannot be used; the start is refused with one sentence for each. */
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

const databaseAddress = z
	.string()
	.refine((text) => /^postgres(ql)?:\/\/[^/]/.test(text) && URL.canParse(text), {
		error: 'it must be an address like postgresql://imago:password@127.0.0.1:5432/imago'
	});

const splitList = (text: string): string[] =>
	text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);

const addressRanges = z
	.string()
	.default('')
	.refine((text) => splitList(text).every(isAddressRange), {
		error:
			'it must be a list of addresses or ranges, separated by commas, for example 10.0.0.2,172.16.0.0/12'
	});

const environmentSchema = z.object({
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
		.default('closed')
		// Without a confirmation mail, sign-up would reveal which addresses have an account.
		.refine((signup) => signup === 'closed', {
			error: 'open sign-up needs mail; leave it closed and invite with "npm run imago -- user add"'
		}),
	IMAGO_SECOND_FACTOR: z
		.enum(['optional', 'required'], { error: 'it must be optional or required' })
		.default('optional'),
	IMAGO_TRUSTED_PROXIES: addressRanges,
	IMAGO_OUTBOUND_ALLOW: addressRanges,
	IMAGO_LOG: z
		.enum(['debug', 'info', 'warn', 'error', 'silent'], {
			error: 'it must be debug, info, warn, error or silent'
		})
		.default('info'),
	IMAGO_ACCOUNT: z.string().optional(),
	DATABASE_URL: databaseAddress.optional(),
	DATABASE_OWNER_URL: databaseAddress.optional(),
	IMAGO_SECRET: z
		.string()
		.regex(/^[0-9a-f]{64}$/i, 'it must be 32 bytes as 64 hex digits, from "openssl rand -hex 32"')
		.optional(),
	IMAGO_KEY_REQUESTS: z
		.string()
		.default(String(limits.requests.most))
		.refine((text) => /^[1-9]\d{0,6}$/.test(text), {
			error: 'it must be a whole number from 1 to 9999999: requests of one key in a minute'
		}),
	IMAGO_AUDIT_EVENTS_KEEP_DAYS: z
		.string()
		.regex(/^[1-9]\d{0,4}$/, 'it must be a whole number of days from 1 to 99999')
		.optional(),
	IMAGO_PASSWORD_BLOCKLIST: z
		.string()
		.superRefine((path, context) => {
			const message = blocklistError(path);
			if (message) context.addIssue({ code: 'custom', message });
		})
		.optional()
});

/**
 * Known settings; an unknown name with the prefix IMAGO_ is taken for a typing error and refuses
 * the start.
 */
const known = new Set(Object.keys(environmentSchema.shape));

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
	const parsed = environmentSchema.safeParse(given);
	if (!parsed.success) {
		for (const issue of parsed.error.issues) {
			const name = String(issue.path[0]);
			// A database URL contains a password, and terminal output may be stored in logs: its value is
			// not printed.
			const shown = /_URL$|_SECRET$/.test(name) ? '' : ` is "${given[name] ?? ''}"`;
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
	if (value.DATABASE_OWNER_URL && !value.DATABASE_URL) {
		sentences.push(
			'DATABASE_OWNER_URL is set without DATABASE_URL. Set DATABASE_URL too: the program signs in with another role than the owner.'
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
		secondFactor: value.IMAGO_SECOND_FACTOR,
		trustedProxies: splitList(value.IMAGO_TRUSTED_PROXIES),
		logLevel: value.IMAGO_LOG,
		account: value.IMAGO_ACCOUNT,
		uploadLimit: 10 * 1024 * 1024,
		postgres: value.DATABASE_URL
			? { url: value.DATABASE_URL, ownerUrl: value.DATABASE_OWNER_URL }
			: undefined,
		secret: value.IMAGO_SECRET ? Buffer.from(value.IMAGO_SECRET, 'hex') : undefined,
		outboundAllow: splitList(value.IMAGO_OUTBOUND_ALLOW),
		keyRequests: Number(value.IMAGO_KEY_REQUESTS),
		auditEventsKeepDays: value.IMAGO_AUDIT_EVENTS_KEEP_DAYS
			? Number(value.IMAGO_AUDIT_EVENTS_KEEP_DAYS)
			: undefined,
		passwordBlocklist: value.IMAGO_PASSWORD_BLOCKLIST && resolve(value.IMAGO_PASSWORD_BLOCKLIST)
	};
}
