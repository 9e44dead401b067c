import { createOTP } from '@better-auth/utils/otp';

/** RFC 6238 as every app does it: half a minute, six digits. */
const period = 30;
const digits = 6;
/** Steps before and after this one that count, for clocks that are off (RFC 6238, 5.2). */
const drift = 1;

/**
 * The step of time that a code belongs to.
 * @param secret of the account, not encrypted
 * @param nowMillis since 1970, by the machine's clock
 * @returns half minutes since 1970, or nothing for a code of no step near now
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

/** What apps read from a QR code: whose it is, and the secret. */
export function otpAddress(secret: string, email: string): string {
	return createOTP(secret, { digits, period }).url('Imago', email);
}

/** The secret as it is typed into an app by hand: base32 in groups of four. */
export function typedSecret(secret: string): string {
	const text = new URL(otpAddress(secret, 'x')).searchParams.get('secret') ?? '';
	return (text.match(/.{1,4}/g) ?? []).join(' ');
}
