import { parseCookie } from 'cookie';
import { keyIn } from './auth/key.ts';
import { tokenOf } from './auth/session.ts';
import { hashToken } from './secrets.ts';

/** Credentials that are remembered at most; the oldest is forgotten first [D]. */
const mostKnown = 10_000;

const programPaths = /^\/(api\/v1\/|mcp$)/;

/**
 * Whether a path is one of those for programs: REST and MCP. They bring a key, pages a session, and
 * neither the other. Kit looks for the route of the decoded path, so that is what counts here.
 */
export function isForPrograms(path: string): boolean {
	try {
		return programPaths.test(decodeURI(path));
	} catch {
		return programPaths.test(path);
	}
}

/**
 * What a request is signed in by, valid or not, as whoever looks it up reads it: one that is written
 * in another way, with another signature or a word behind it, is still the same.
 * @param path without what is asked of it
 */
export function credentialOf(
	{
		path,
		authorization,
		cookie
	}: { path: string; authorization?: string | undefined; cookie?: string | undefined },
	cookieName: string
): string | undefined {
	if (isForPrograms(path)) return keyIn(authorization);
	const value = cookie === undefined ? undefined : parseCookie(cookie)[cookieName];
	// An empty one is none: half of the world could send it.
	return value ? tokenOf(value) : undefined;
}

/**
 * Whose credentials those were that were found valid. Requests wait for their turn before they are
 * looked up; by this, a key and a session of one workspace wait in one line.
 */
export class KnownCredentials {
	readonly #workspaces = new Map<string, string>();

	/** @param workspaceId left out where the credential is not, or no more, valid */
	note(credential: string, workspaceId: string | undefined): void {
		const hash = hashToken(credential);
		if (workspaceId === undefined) {
			this.#workspaces.delete(hash);
			return;
		}
		if (this.#workspaces.get(hash) === workspaceId) return;
		const [oldest] = this.#workspaces.keys();
		if (oldest !== undefined && this.#workspaces.size >= mostKnown) this.#workspaces.delete(oldest);
		this.#workspaces.set(hash, workspaceId);
	}

	workspaceOf(credential: string): string | undefined {
		return this.#workspaces.get(hashToken(credential));
	}
}
