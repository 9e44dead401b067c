import { refuse } from '#kernel/refusal.ts';
import { mostEntries, mostUnpacked } from './limits.ts';

/** Limits of one upload over all its archives: unpacked bytes and entries, counted while unpacking. */
export class Budget {
	#bytes = mostUnpacked;
	#entries = mostEntries;

	/** bytes that may still be unpacked */
	get bytesLeft(): number {
		return this.#bytes;
	}

	/** @throws Refusal `people.zip-too-large` (too-large) as soon as the limit is exceeded */
	spendBytes(count: number): void {
		this.#bytes -= count;
		if (this.#bytes < 0) {
			throw refuse(
				'too-large',
				'people.zip-too-large',
				'This ZIP unpacks to more than 50 MB. Nothing was imported. Unpack it on your computer and upload only the Connections.csv.'
			);
		}
	}

	/** @throws Refusal `people.zip-too-many` (too-large) at the entry after the last allowed one */
	spendEntry(): void {
		this.#entries -= 1;
		if (this.#entries < 0) {
			throw refuse(
				'too-large',
				'people.zip-too-many',
				'This ZIP contains more than 2,000 files. Nothing was imported. Unpack it on your computer and upload only the Connections.csv.'
			);
		}
	}
}
