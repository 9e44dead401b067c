import { ForgivingLog } from './forgiving-log.ts';

/** Opens the device's log of a talk, whatever the browser allows. */
export async function openLog(
	owner: string,
	interviewId: string,
	signedOut: () => void
): Promise<ForgivingLog> {
	try {
		const { IndexedLog } = await import('./indexed-log.ts');
		return new ForgivingLog(await IndexedLog.open(owner, interviewId), signedOut);
	} catch {
		return new ForgivingLog(undefined);
	}
}
