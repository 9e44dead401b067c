/** The quantile of the values: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
	const value = sorted[Math.max(0, at)];
	if (value === undefined) throw new Error('Nothing was measured.');
	return value;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** Milliseconds that `work` takes: the median of `rounds`, after `warmUp` runs. */
export function medianMillis(rounds: number, warmUp: number, work: () => void): number {
	for (let round = 0; round < warmUp; round += 1) work();
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const from = performance.now();
		work();
		times.push(performance.now() - from);
	}
	return median(times);
}

export function pause(millis: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, millis));
}
