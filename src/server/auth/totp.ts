import { createOTP } from '@better-auth/utils/otp';

/** Parameters of RFC 6238 that every app supports: 30 seconds, six digits. */
const period = 30;
const digits = 6;
/**
 * Time steps before and after the current one that are accepted, for clocks that are off (RFC 6238,
 * 5.2).
 */
const drift = 1;

/**
 * The time step that a code belongs to.
 * @param secret of the account, decrypted
 * @param nowMillis milliseconds since 1970, by the clock of the machine
 * @returns half minutes since 1970; nothing for a code of no accepted step
 */
export async function stepOf(
	secret: string,
	code: string,
	nowMillis: number
): Promise<number | undefined> {
	const now = Math.floor(nowMillis / 1000 / period);
	const otp = createOTP(secret, { digits, period });
	let found: number | undefined;
	for (let step = now - drift; step <= now + drift; step += 1) {
		if ((await otp.hotp(step)) === code) found = step;
	}
	return found;
}

/** The `otpauth://` URI for the QR code: account and secret. */
export function otpAddress(secret: string, email: string): string {
	return createOTP(secret, { digits, period }).url('Imago', email);
}

/** The secret as it is typed by hand: base32 in groups of four. */
export function typedSecret(secret: string): string {
	const text = new URL(otpAddress(secret, 'x')).searchParams.get('secret') ?? '';
	return (text.match(/.{1,4}/g) ?? []).join(' ');
}
