import { refuse } from '#kernel/refusal.ts';

const sampled = 4096;

/**
 * The text of an uploaded file: what a byte order mark says, else strict
 * UTF-8, else Windows-1252; UTF-16 without a mark is known by its zero bytes, before 1252 is
 * tried, because 1252 would accept them. The mark itself is not part of the text.
 * @throws Refusal `people.not-text` (invalid) for anything that is no text
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

/** Latin letters in UTF-16 have a zero on one side, and only there. */
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
 * One damaged byte must not turn every other name into garbage: text that is nearly all valid
 * UTF-8 beyond ASCII is UTF-8, since Windows-1252 hardly ever forms a valid sequence.
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

const notText = refuse(
	'invalid',
	'people.not-text',
	'This file is not a text file. Nothing was imported. Choose the Connections.csv or the ZIP that LinkedIn gave you.'
);
