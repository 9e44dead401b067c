import { isIP } from 'node:net';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { passkey } from '@better-auth/passkey';
import { APIError } from '@better-auth/core/error';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { BetterAuthOptions } from 'better-auth';
import type { Config } from '../config.ts';
import type { Database } from '../db/open.ts';
import { newId } from '../tokens.ts';
import { codeMinutes, cookieOf, cookiePrefixOf, idleDays } from './cookie.ts';
import { withHashedTokens } from './hashed-tokens.ts';
import {
	hashPassword,
	leastPasswordLength,
	mostPasswordLength,
	verifyPassword
} from './password.ts';

/** The value of `signedInBy` of a new session, by the path of the library that created it. */
const signedInBy: Readonly<Record<string, string>> = {
	'/sign-in/email': 'password',
	'/passkey/verify-authentication': 'passkey',
	'/two-factor/verify-totp': 'second-factor',
	'/two-factor/verify-backup-code': 'second-factor'
};

/**
 * Requires user verification of a passkey, which the library does not check: without it, whoever
 * finds an unlocked device could sign in or add a passkey.
 * @throws APIError UNAUTHORIZED
 */
function requireUserVerified(userVerified: boolean | undefined): void {
	if (userVerified === true) return;
	throw new APIError('UNAUTHORIZED', { message: 'The device did not verify its user.' });
}

/**
 * Opens better-auth for passwords, passkeys and the second factor. It is loaded at the first
 * sign-in, since it is larger than the rest of the program; reading a session does not need it (see
 * `session.ts`).
 */
export function openBetterAuth(parts: { config: Config; database: Database; secret: Buffer }) {
	const { config, database, secret } = parts;
	const adapter = kyselyAdapter(database.writer, { type: 'sqlite' });
	const cookie = cookieOf(config);
	// WebAuthn does not allow IP addresses: on loopback, passkeys belong to `localhost`.
	const own = new URL(config.origin);
	const byName = isIP(own.hostname.replace(/[[\]]/g, '')) === 0;
	const rpID = byName ? own.hostname : 'localhost';
	const origins = byName ? [config.origin] : [config.origin, `http://localhost:${own.port}`];
	return betterAuth({
		appName: 'Imago',
		baseURL: config.origin,
		basePath: '/api/auth',
		secret: secret.toString('hex'),
		database: (options: BetterAuthOptions) => withHashedTokens(adapter(options)),
		telemetry: { enabled: false },
		trustedOrigins: origins,
		logger: { disabled: true },
		rateLimit: { enabled: false },
		user: { modelName: 'auth_user' },
		account: { modelName: 'auth_account' },
		verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
		session: {
			modelName: 'auth_session',
			expiresIn: idleDays * 24 * 60 * 60,
			disableSessionRefresh: true,
			additionalFields: { signedInBy: { type: 'string', required: false, input: false } }
		},
		databaseHooks: {
			session: {
				create: {
					before: (session, context) =>
						Promise.resolve({
							data: { ...session, signedInBy: signedInBy[context?.path ?? ''] ?? null }
						})
				}
			}
		},
		emailAndPassword: {
			enabled: true,
			minPasswordLength: leastPasswordLength,
			maxPasswordLength: mostPasswordLength,
			password: { hash: hashPassword, verify: verifyPassword }
		},
		advanced: {
			database: { generateId: newId },
			useSecureCookies: false,
			disableCSRFCheck: false,
			ipAddress: { disableIpTracking: true },
			cookies: { session_token: { name: cookie.name } },
			cookiePrefix: cookiePrefixOf(config),
			defaultCookieAttributes: {
				httpOnly: true,
				sameSite: 'lax',
				secure: cookie.secure,
				path: '/'
			}
		},
		// Only the paths that the sign-in pages use are reachable; everything else goes through
		// operations.
		disabledPaths: [
			'/sign-up/email',
			'/sign-in/email',
			'/sign-in/social',
			'/update-user',
			'/change-email',
			'/change-password',
			'/delete-user',
			'/list-sessions',
			'/get-session'
		],
		plugins: [
			passkey({
				rpID,
				rpName: 'Imago',
				origin: origins,
				authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
				registration: {
					afterVerification: ({ verification }) => {
						requireUserVerified(verification.registrationInfo?.userVerified);
					}
				},
				authentication: {
					afterVerification: ({ verification }) => {
						requireUserVerified(verification.authenticationInfo.userVerified);
					}
				},
				schema: { passkey: { modelName: 'auth_passkey' } }
			}),
			// Wrong codes get the back-off of wrong passwords (`sign-in-rate-limit.ts`). The library
			// would lock the account for everybody after ten wrong codes, which is switched off.
			twoFactor({
				issuer: 'Imago',
				accountLockout: { enabled: false },
				twoFactorCookieMaxAge: codeMinutes * 60,
				backupCodeOptions: { storeBackupCodes: 'encrypted' },
				schema: { twoFactor: { modelName: 'auth_two_factor' } }
			})
		]
	});
}

export type BetterAuth = ReturnType<typeof openBetterAuth>;
