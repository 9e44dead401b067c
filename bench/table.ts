/** One row of the table. */
export interface Row {
	what: string;
	on: string;
	value: number | undefined;
	unit: 'ms' | 'req/s' | 'kB' | 'MiB';
	/** the limit of the value; none where it is absent */
	limit?: Bound;
	/** the value divided by that of the bare engine or page of the same run */
	ratio?: number;
	ratioLimit?: Bound;
	/** why there is no value */
	because?: string;
}

export type Bound = { most: number } | { least: number };

function holds(value: number | undefined, bound: Bound | undefined): boolean {
	if (value === undefined || !bound) return true;
	return 'most' in bound ? value <= bound.most : value >= bound.least;
}

function figure(value: number): string {
	if (value >= 100) return Math.round(value).toLocaleString('en');
	return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function bound(limit: Bound, unit: string): string {
	const [sign, value] = 'most' in limit ? ['≤', limit.most] : ['≥', limit.least];
	return `${sign} ${value.toLocaleString('en')} ${unit}`;
}

/** `ok`, or which limit is exceeded; empty where there is none. */
export function verdict(row: Row): string {
	if (row.value === undefined) return row.because ?? 'not measured';
	if (!row.limit && !row.ratioLimit) return '';
	if (!holds(row.value, row.limit)) return 'over';
	return holds(row.ratio, row.ratioLimit) ? 'ok' : 'over (ratio)';
}

function cells(row: Row): string[] {
	const ratio = row.ratio === undefined ? '' : `${figure(row.ratio)} x`;
	const ratioLimit = row.ratioLimit ? bound(row.ratioLimit, 'x') : '';
	return [
		row.what,
		row.on,
		row.value === undefined ? '–' : `${figure(row.value)} ${row.unit}`,
		[row.limit ? bound(row.limit, row.unit) : '', ratioLimit].filter(Boolean).join(', '),
		ratio,
		verdict(row)
	];
}

/** Formats the rows as one Markdown table with aligned columns. */
export function table(rows: readonly Row[]): string {
	const head = ['what', 'on', 'value', 'limit', 'ratio', ''];
	const lines = [head, ...rows.map(cells)];
	const widths = head.map((_, at) => Math.max(3, ...lines.map((line) => line[at]!.length)));
	const toRight = [false, false, true, true, true, false];
	const written = lines.map((line) => {
		const padded = line.map((cell, at) =>
			toRight[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)
		);
		return `| ${padded.join(' | ')} |`;
	});
	const rule = widths.map((width, at) =>
		toRight[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)
	);
	return [written[0], `| ${rule.join(' | ')} |`, ...written.slice(1)].join('\n');
}
