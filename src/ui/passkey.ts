/** Passkeys (WebAuthn), with the JSON methods of the browser. */

async function post(path: string, body: unknown): Promise<Response> {
	return fetch(`/api/auth/passkey/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}

/**
 * Whether passkeys can be used: they are bound to a domain name, and an IP address such as `127.0.0.1` is
 * none.
 */
export function passkeysWork(): boolean {
	return 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
}

const notDone = 'The passkey was not used. Nothing was changed. Try again, or use your password.';

/** @returns undefined when signed in, else the sentence to show */
export async function signInWithPasskey(): Promise<string | undefined> {
	try {
		const options = await post('generate-authenticate-options', {});
		if (!options.ok) return notDone;
		const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
			(await options.json()) as PublicKeyCredentialRequestOptionsJSON
		);
		const credential = await navigator.credentials.get({ publicKey });
		if (!(credential instanceof PublicKeyCredential)) return notDone;
		const answer = await post('verify-authentication', {
			response: credential.toJSON() as unknown
		});
		return answer.ok
			? undefined
			: 'This passkey is not known here. Nothing was changed. Use your password.';
	} catch {
		return notDone;
	}
}

/**
 * Adds a passkey of this device.
 * @returns undefined when added, else the sentence to show
 */
export async function addPasskey(name: string): Promise<string | undefined> {
	try {
		const options = await post(`generate-register-options?name=${encodeURIComponent(name)}`, {});
		if (options.status === 401 || options.status === 403) {
			return 'This needs a sign-in from the last 15 minutes. Sign in again, then repeat this step.';
		}
		if (!options.ok) return notDone;
		const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
			(await options.json()) as PublicKeyCredentialCreationOptionsJSON
		);
		const credential = await navigator.credentials.create({ publicKey });
		if (!(credential instanceof PublicKeyCredential)) return notDone;
		const answer = await post('verify-registration', {
			response: credential.toJSON() as unknown,
			name
		});
		return answer.ok ? undefined : notDone;
	} catch {
		return notDone;
	}
}
