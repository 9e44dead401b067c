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
