/** The middle of the values, or the mean of the two in the middle. Throws `RangeError` for none. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	if (low === undefined || high === undefined) throw new RangeError('the median of nothing');
	return (low + high) / 2;
}

/** Medians of something and of its reference, and the median of their ratios pair by pair. */
export type Paired = { readonly measured: number; readonly reference: number; readonly ratio: number };

/**
 * Takes both in turn, each first every other time, so that a busy moment of the machine hits both alike. `pairs` is how
 * often, after one pair that does not count. Each of the two answers one number.
 */
export async function paired(pairs: number, measured: () => Promise<number>, reference: () => Promise<number>): Promise<Paired> {
	const taken: [number, number][] = [];
	for (let i = 0; i <= pairs; i++) {
		const early = i % 2 === 0 ? undefined : await reference();
		const value = await measured();
		const pair: [number, number] = [value, early ?? (await reference())];
		if (i > 0) taken.push(pair);
	}
	return {
		measured: median(taken.map(([value]) => value)),
		reference: median(taken.map(([, value]) => value)),
		ratio: median(taken.map(([value, beside]) => value / beside))
	};
}
