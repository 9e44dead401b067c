import { readFileSync } from 'node:fs';

export interface Memory {
	/** MiB of resident memory now, and the peak */
	now: number;
	peak: number;
}

/** Memory of a process from /proc; undefined on other systems than Linux. */
export function memoryOf(pid: number | undefined): Memory | undefined {
	if (process.platform !== 'linux' || pid === undefined) return undefined;
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const mebibytes = (name: string): number =>
		Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
	return { now: mebibytes('VmRSS'), peak: mebibytes('VmHWM') };
}
