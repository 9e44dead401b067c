import { readFileSync } from 'node:fs';

export interface Memory {
	/** MiB that the process holds now, and the most it ever held */
	now: number;
	peak: number;
}

/** What Linux says of a process; other systems have no /proc, and the row stays empty there. */
export function memoryOf(pid: number | undefined): Memory | undefined {
	if (process.platform !== 'linux' || pid === undefined) return undefined;
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const mebibytes = (name: string): number =>
		Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
	return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}
