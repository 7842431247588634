import { convolved } from './distribution.ts';

/**
 * The Poisson-binomial distribution: chances of 0, 1, … n successes among n independent trials with chances of their
 * own, each 0 to 1. Exact, by adding one trial after the other.
 */
export function poissonBinomial(chances: readonly number[]): number[] {
	return chances.reduce<number[]>((counts, chance) => convolved(counts, [1 - chance, chance]), [1]);
}

/** The chance that at least one of several independent trials succeeds. */
export function anyOf(chances: readonly number[]): number {
	return 1 - chances.reduce((none, chance) => none * (1 - chance), 1);
}
