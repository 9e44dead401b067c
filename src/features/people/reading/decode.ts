import { refuseInvalid } from '#kernel/refusal.ts';

const sampled = 4096;

/**
 * Decodes an uploaded file: by its byte order mark, else as strict UTF-8, else as UTF-16 without a
 * mark (detected by zero bytes, before Windows-1252, which accepts any bytes), else as Windows-1252.
 * The byte order mark is not part of the text.
 * @throws Refusal `people.not-text` (invalid) for binary content
 */
export function decode(bytes: Uint8Array): string {
	const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
	if (text.includes('\0') || mostlyControls(text)) throw notText;
	return text;
}

function encodingOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
	const wide = wideEncodingOf(bytes.subarray(0, sampled));
	if (wide) return wide;
	return isStrictUtf8(bytes) || isDamagedUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Detects UTF-16 without a mark: Latin letters have a zero byte at only the even or only the odd offsets. */
function wideEncodingOf(bytes: Uint8Array): string | undefined {
	const zeros = [0, 0];
	bytes.forEach((byte, index) => {
		if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
	});
	const pairs = bytes.length / 2;
	const [first = 0, second = 0] = zeros;
	if (second > pairs * 0.3 && first < pairs * 0.02) return 'utf-16le';
	if (first > pairs * 0.3 && second < pairs * 0.02) return 'utf-16be';
	return undefined;
}

function isStrictUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/**
 * Whether the bytes are UTF-8 with few damaged bytes: nearly all non-ASCII bytes form valid sequences,
 * which Windows-1252 text hardly ever does. Such a file is not decoded as Windows-1252.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
	let damaged = 0;
	let sound = 0;
	const text = new TextDecoder('utf-8').decode(bytes);
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === 0xfffd) damaged += 1;
		else if (unit > 0x7f) sound += 1;
	}
	return sound > damaged * 4;
}

function mostlyControls(text: string): boolean {
	const start = text.slice(0, sampled);
	const controls = start.match(/\p{Cc}/gu)?.filter((character) => !'\t\n\r'.includes(character));
	return (controls?.length ?? 0) > start.length * 0.05;
}

const notText = refuseInvalid(
	'people.not-text',
	'This file is not a text file. Nothing was imported. Choose the Connections.csv or the ZIP from LinkedIn.'
);
