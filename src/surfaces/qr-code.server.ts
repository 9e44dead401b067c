import { encode } from 'uqr';

/** A QR code as one path of squares, to be drawn by an `svg` without style or script. */
export interface QrCode {
	/** squares on each side, with the quiet border */
	size: number;
	/** `d` of a path, one unit a square */
	path: string;
}

/** ISO/IEC 18004: a quiet border of four squares. */
const border = 4;

/** Draws a text as a QR code that survives a scratched screen (level M, 15 % of it). */
export function qrCode(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
