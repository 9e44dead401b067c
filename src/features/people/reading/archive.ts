import { refuseInvalid } from '#kernel/refusal.ts';
import type { Budget } from './budget.ts';

/** One file of a ZIP, as described by its central directory (PKWARE APPNOTE 4.3.12). */
export interface Entry {
	/** path with forward slashes */
	path: string;
	encrypted: boolean;
	/** 0 stored, 8 deflated */
	method: number;
	checksum: number;
	/** bytes in the archive */
	packed: number;
	/** unpacked bytes according to the archive; not trusted */
	unpacked: number;
	/** offset of its local header */
	offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 0xffff;

/** @returns whether the bytes begin like a ZIP, also an empty or a split one */
export function isArchive(bytes: Uint8Array): boolean {
	const mark = `${bytes[2]},${bytes[3]}`;
	return bytes[0] === 0x50 && bytes[1] === 0x4b && ['3,4', '5,6', '7,8'].includes(mark);
}

/**
 * The files of a ZIP, without folders and without paths that point outside of it.
 * @throws Refusal `people.zip-damaged` when there is no readable directory, and those of `Budget`
 */
export function entriesOf(bytes: Uint8Array, budget: Budget): Entry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endOf(view);
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	for (let index = 0; index < count; index += 1) {
		budget.spendEntry();
		if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) throw damaged;
		const nameLength = view.getUint16(at + 28, true);
		const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		const name = bytes.subarray(at + entryLength, at + entryLength + nameLength);
		const path = new TextDecoder().decode(name).replaceAll('\\', '/');
		if (isInside(path)) {
			entries.push({
				path,
				encrypted: (view.getUint16(at + 8, true) & 1) === 1,
				method: view.getUint16(at + 10, true),
				checksum: view.getUint32(at + 16, true),
				packed: view.getUint32(at + 20, true),
				unpacked: view.getUint32(at + 24, true),
				offset: view.getUint32(at + 42, true)
			});
		}
		at += entryLength + nameLength + rest;
	}
	return entries;
}

/** The refusal of an archive that cannot be read to its end. */
export const damaged = refuseInvalid(
	'people.zip-damaged',
	'This ZIP is damaged or incomplete. Nothing was imported. Download it from LinkedIn again and upload the new file.'
);

function endOf(view: DataView): number {
	const last = view.byteLength - endLength;
	for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
		if (view.getUint32(at, true) === endSignature) return at;
	}
	throw damaged;
}

/** Whether a path stays inside the archive. Files are never written to disk; such a path is no LinkedIn export. */
function isInside(path: string): boolean {
	return !/^\/|^[a-z]:|(?:^|\/)\.\.?(?:\/|$)|\/$|\p{Cc}|^__MACOSX\//iu.test(path) && path !== '';
}
