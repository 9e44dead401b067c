import { parseCookie } from 'cookie';
import { keyIn } from './auth/key.ts';
import { tokenOf } from './auth/session.ts';
import { hashToken } from './tokens.ts';

/** Credentials that are remembered at most; the oldest is dropped first [D]. */
const mostKnown = 10_000;

const programPaths = /^\/(api\/v1\/|mcp$)/;

/**
 * Whether a path belongs to REST or MCP. Requests there authenticate with an API key, pages with a
 * session cookie. SvelteKit routes by the decoded path, so this function decodes it too.
 */
export function isForPrograms(path: string): boolean {
	try {
		return programPaths.test(decodeURI(path));
	} catch {
		return programPaths.test(path);
	}
}

/**
 * The credential of a request, valid or not, in the form in which it is looked up: spellings that
 * lead to the same key or session, such as another cookie signature, give the same result.
 * @param path without the query string
 * @returns API key or session token; nothing where the request carries none
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
	// An empty value is no credential: many clients could send it.
	return value ? tokenOf(value) : undefined;
}

/**
 * Remembers the workspace of credentials that were found valid. Requests are queued before their
 * credential is looked up; this puts a key and a session of one workspace into the same queue.
 */
export class KnownCredentials {
	readonly #workspaces = new Map<string, string>();

	/** @param workspaceId left out where the credential is not valid, or not valid any more */
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
