/** The chances of whole numbers: `chances[i]` is that of `least + i`. They add up to 1. */
export type Distribution = { readonly least: number; readonly chances: readonly number[] };

/** Tails rarer than this are cut off and their chance given to the rest. */
const RARE = 1e-12;

/** The distribution of a number that is known. */
export function certain(n: number): Distribution {
	return { least: n, chances: [1] };
}

/** Weights of whole numbers from `least` on as a distribution: rare tails cut off, the rest adding up to 1. */
export function toDistribution(least: number, weights: readonly number[]): Distribution {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let [from, to, below, above] = [0, weights.length, 0, 0];
	while (from < to - 1 && (below += weights[from] as number) <= RARE * total) from++;
	while (to - 1 > from && (above += weights[to - 1] as number) <= RARE * total) to--;
	const kept = weights.slice(from, to);
	const sum = kept.reduce((all, weight) => all + weight, 0);
	return { least: least + from, chances: kept.map((weight) => weight / sum) };
}

/** The sum of two numbers that do not depend on each other. */
export function plus(a: Distribution, b: Distribution): Distribution {
	return toDistribution(a.least + b.least, convolved(a.chances, b.chances));
}

/** Chances of the sums of two numbers that both begin at the same place as their chances. */
export function convolved(a: readonly number[], b: readonly number[]): number[] {
	const sums = new Array<number>(a.length + b.length - 1).fill(0);
	for (let i = 0; i < a.length; i++) {
		const chance = a[i] as number;
		if (chance > 0) for (let j = 0; j < b.length; j++) (sums[i + j] as number) += chance * (b[j] as number);
	}
	return sums;
}

/** The same number with the other sign. */
export function negated({ least, chances }: Distribution): Distribution {
	return { least: 0 - (least + chances.length - 1), chances: chances.toReversed() };
}

/** The same number, but never above `most`: what would lie above lies there. */
export function atMost({ least, chances }: Distribution, most: number): Distribution {
	const kept = chances.slice(0, Math.max(0, most - least));
	return kept.length === chances.length
		? { least, chances }
		: toDistribution(Math.min(least, most), [...kept, 1 - kept.reduce((sum, chance) => sum + chance, 0)]);
}

/** The mean. */
export function meanOf({ least, chances }: Distribution): number {
	return chances.reduce((sum, chance, i) => sum + chance * (least + i), 0);
}

/** The chance of `n` or more. */
export function chanceOfAtLeast({ least, chances }: Distribution, n: number): number {
	if (n <= least) return 1;
	return Math.min(1, chances.slice(n - least).reduce((sum, chance) => sum + chance, 0));
}

/** The smallest number that is reached or undercut with at least this chance, 0 to 1. */
export function quantileOf({ least, chances }: Distribution, share: number): number {
	let passed = 0;
	const place = chances.findIndex((chance) => (passed += chance) >= share - RARE);
	return least + (place === -1 ? chances.length - 1 : place);
}

/** A mixture: each distribution counts by its weight; the weights add up to 1. */
export function mixed(parts: readonly { readonly weight: number; readonly of: Distribution }[]): Distribution {
	const least = Math.min(...parts.map(({ of }) => of.least));
	const weights = new Array<number>(Math.max(...parts.map(({ of }) => of.least + of.chances.length)) - least).fill(0);
	for (const { weight, of } of parts) of.chances.forEach((chance, i) => ((weights[of.least - least + i] as number) += weight * chance));
	return toDistribution(least, weights);
}
