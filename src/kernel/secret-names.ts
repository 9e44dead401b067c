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
 * Whether a field of this name holds a secret: a password, a code that signs in, a key, an address
 * with a password in it. What it holds is never shown again, kept in a browser or logged. The names of
 * all fields that browsers take for secrets are held to this by `tests/security/secret-fields.test.ts`.
 * @param name of a form's field or of a property; letters alone count, capitals do not
 */
export function isSecretName(name: string): boolean {
	return secretName.test(name.replace(/[^a-z]/gi, '').toLowerCase());
}
