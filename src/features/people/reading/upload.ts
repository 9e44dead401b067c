import { readConnections, type Mapping } from './connections-file.ts';
import { decode } from './decode.ts';
import { unpack } from './unpack.ts';

/**
 * Reads the people of an upload: a ZIP or a CSV in any supported encoding.
 * @throws Refusal those of `unpack`, `decode` and `readConnections`
 */
export function readUpload(
	bytes: Uint8Array,
	mapping?: Mapping
): ReturnType<typeof readConnections> {
	return readConnections(decode(unpack(bytes)), mapping);
}
