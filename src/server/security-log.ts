import { networkOf } from './rate-limiter.ts';
import type { Log } from './log.ts';
import { keyedHash } from './tokens.ts';

/** Kind of a credential that was used or changed. */
export type Credential =
	'password' | 'passkey' | 'key' | 'second-factor' | 'recovery-code' | 'link';

/** Data of one event: ids and words of the program, never a name, an address or a token. */
interface Facts {
	/** id of the account */
	account?: string | undefined;
	/** id of the API key */
	key?: string | undefined;
	/** id of the session */
	session?: string | undefined;
	workspace?: string | undefined;
	/** the client's address; only a keyed hash of its network is written */
	address?: string | undefined;
}

/** Every security event, with the data that it must carry (ASVS 5.0, 16.3). */
interface SecurityEvents {
	'authentication.succeeded': { credential: Credential };
	'authentication.failed': { credential: Credential; reason: string };
	/** the password was right; a second factor is required */
	'authentication.half': { credential: Credential };
	'access.refused': { operation: string; reason: string };
	'credential.added': { credential: Credential };
	'credential.changed': { credential: Credential };
	'credential.removed': { credential: Credential };
	/** under review after a lost password, and confirmed by the owner */
	'credential.kept': { credential: Credential };
	'session.ended': {
		/** number of sessions, where it is not one that is named */ sessions?: number;
		by: 'owner' | 'host' | 'new-sign-in' | 'credential-change';
	};
	'reset-link.made': object;
	'reset-link.used': object;
	'account.made': object;
	'workspace.exported': object;
	'workspace.imported': object;
	'workspace.erased': object;
}

export type SecurityEvent = keyof SecurityEvents;

/** Log of security events. */
export interface SecurityLog {
	/**
	 * Writes one event as a line of the log, `{"event":"…",…}`.
	 * @param facts ids; of an address only its network is written, as a keyed hash
	 */
	record<Name extends SecurityEvent>(event: Name, facts: Facts & SecurityEvents[Name]): void;
}

/** Characters of the keyed hash that are logged: enough to tell networks apart. */
const networkLength = 16;

/**
 * Opens the log of security events, which writes to the log of the program.
 * @param secret instance key, for the hashes of networks
 */
export function openSecurityLog(log: Pick<Log, 'info'>, secret: Buffer): SecurityLog {
	return {
		record: (event, { address, ...facts }) => {
			const network = address === undefined ? undefined : networkHash(secret, address);
			const line: object = { event, ...facts, network };
			log.info(line, 'security');
		}
	};
}

function networkHash(secret: Buffer, address: string): string {
	return keyedHash(secret, `security log ${networkOf(address)}`).slice(0, networkLength);
}
