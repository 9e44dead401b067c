const secretWords = [
	'passw(or)?d',
	'passphrase',
	'passcode',
	'secret',
	'token',
	'onetime',
	'^t?otp$',
	'(recovery|backup|verification|invite|invitation)code',
	'(api|private|access|signing|encryption)key',
	'connectionstring',
	'databaseurl'
];
const secretName = new RegExp(secretWords.join('|'));

/**
 * Whether a field with this name holds a secret: a password, a sign-in code, a key, an address with a
 * password in it. Its value is never shown again, stored in a browser or logged.
 * `tests/security/secret-fields.test.ts` checks all fields that browsers treat as secrets.
 * @param name of a form field or property; only letters count, case does not
 */
export function isSecretName(name: string): boolean {
	return secretName.test(name.replace(/[^a-z]/gi, '').toLowerCase());
}
