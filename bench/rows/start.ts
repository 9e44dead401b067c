import { measureStarts, type Program, type Start } from '../measure/launch.ts';
import type { Row } from '../table.ts';

/**
 * Measures both servers from the spawn to their first 200, and their memory before any page is requested.
 */
export async function measureStart(bare: Program, imago: Program, on: string, rounds: number) {
	const starts: Record<'bare' | 'imago', Start> = await measureStarts({ bare, imago }, rounds);
	const rows: Row[] = [
		{ what: 'bare: start', on: 'Kit, one page', value: starts.bare.millis, unit: 'ms' },
		{
			what: 'start',
			on,
			value: starts.imago.millis,
			unit: 'ms',
			limit: { most: 500 },
			ratio: starts.imago.millis / starts.bare.millis,
			ratioLimit: { most: 2 }
		},
		{ what: 'bare: idle memory', on: 'Kit, one page', value: starts.bare.idle?.now, unit: 'MiB' },
		{
			what: 'idle memory',
			on,
			value: starts.imago.idle?.now,
			unit: 'MiB',
			limit: { most: 105 },
			...ratioOf(starts.imago.idle?.now, starts.bare.idle?.now)
		}
	];
	return rows;
}

/** The peak memory of each server so far. */
export function peakRows(bare: number | undefined, imago: number | undefined): Row[] {
	return [
		{ what: 'bare: peak memory', on: '8 connections', value: bare, unit: 'MiB' },
		{
			what: 'peak memory',
			on: 'pages and search, 8 connections',
			value: imago,
			unit: 'MiB',
			limit: { most: 310 },
			...ratioOf(imago, bare)
		}
	];
}

function ratioOf(value: number | undefined, bare: number | undefined): { ratio?: number } {
	return value === undefined || bare === undefined ? {} : { ratio: value / bare };
}
