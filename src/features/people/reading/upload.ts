import { Refusal } from '#kernel/refusal.ts';
import { readConnections, type Mapping } from './connections.ts';
import { decode } from './decode.ts';
import { unpack } from './unpack.ts';

/**
 * Everything from the bytes of an upload to its people: ZIP or CSV, any encoding it may have.
 * @throws Refusal what `unpack`, `decode` and `readConnections` refuse
 */
export function readUpload(
	bytes: Uint8Array,
	mapping?: Mapping
): ReturnType<typeof readConnections> {
	return readConnections(decode(unpack(bytes)), mapping);
}

/** Rows of an upload, read or set aside; 0 for a file that gives nobody. */
export function rowsIn(bytes: Uint8Array, mapping?: Mapping): number {
	try {
		const read = readUpload(bytes, mapping);
		return read.ok ? read.rows.length + read.unreadable.length : 0;
	} catch (error) {
		if (error instanceof Refusal) return 0;
		throw error;
	}
}
