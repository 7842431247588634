import { certain, convolved, toDistribution, type Distribution } from './distribution.ts';
import { poissonBinomial } from './poisson-binomial.ts';

/**
 * One day of the past on which something came: for each that came, the chance (0 to 1) that the like of it would come
 * again without being in sight today.
 */
export type Occasion = readonly number[];

/** What came within so many days of the record. */
export type ArrivalRecord = { readonly occasions: readonly Occasion[]; readonly days: number };

/** Occasions that are added to those seen, so that a record without any does not say "never": Jeffreys' prior. */
export const PRIOR_OCCASIONS = 0.5;

/**
 * How many come within the next `days`. Occasions follow a Poisson process whose rate is known from the record, with
 * Jeffreys' prior, by a Gamma distribution: their number is negative binomial. Each brings as many as one of the
 * recorded ones, all alike likely; without any on record it brings one. Exact but for tails below 10⁻¹².
 */
export function arrivals({ occasions, days: seen }: ArrivalRecord, days: number): Distribution {
	if (days <= 0) return certain(0);
	return compound(sizesOf(occasions), occasions.length + PRIOR_OCCASIONS, days / (seen + days));
}

/** The mean of `arrivals`. */
export function meanArrivals({ occasions, days: seen }: ArrivalRecord, days: number): number {
	const size = sizesOf(occasions).reduce((sum, chance, n) => sum + n * chance, 0);
	return days <= 0 ? 0 : ((occasions.length + PRIOR_OCCASIONS) / seen) * days * size;
}

/** How many of `standing` members leave within the next `days`, when `left` left over so many days of membership. */
export function departures({ left, memberDays }: { readonly left: number; readonly memberDays: number }, standing: number, days: number): Distribution {
	if (standing <= 0 || days <= 0 || memberDays <= 0) return certain(0);
	const ahead = standing * days;
	const number = compound([0, 1], left + PRIOR_OCCASIONS, ahead / (memberDays + ahead));
	const fitting = number.chances.slice(0, Math.max(0, standing + 1 - number.least));
	return fitting.length === 0 ? certain(standing) : toDistribution(number.least, fitting);
}

function sizesOf(occasions: readonly Occasion[]): number[] {
	if (occasions.length === 0) return [0, 1];
	const sizes = new Array<number>(Math.max(...occasions.map(({ length }) => length)) + 1).fill(0);
	for (const occasion of occasions)
		poissonBinomial(occasion).forEach((chance, n) => ((sizes[n] as number) += chance / occasions.length));
	return sizes;
}

/** Below e^-500 the first term of the recursion would vanish in the arithmetic. */
const LEAST_LOG = -500;

/** The sum of a negative binomial number (shape `r`, chance `q` of one more) of independent sizes. */
function compound(sizes: readonly number[], r: number, q: number): Distribution {
	const none = Math.log((1 - q) / (1 - q * (sizes[0] ?? 0)));
	// A negative binomial is the sum of several of a smaller shape: so the recursion begins high enough.
	const parts = Math.max(1, Math.ceil((r * none) / LEAST_LOG));
	const one = toDistribution(0, panjer(sizes, r / parts, q));
	let whole = certain(0);
	for (let n = 0; n < parts; n++) whole = toDistribution(whole.least + one.least, convolved(whole.chances, one.chances));
	return whole;
}

/** What is left out of the recursion's tail. */
const TAIL = 1e-12;

/** Panjer's recursion for a negative binomial number of sizes. */
function panjer(sizes: readonly number[], r: number, q: number): number[] {
	const zero = sizes[0] ?? 0;
	const mean = ((r * q) / (1 - q)) * sizes.reduce((sum, chance, n) => sum + n * chance, 0);
	const chances = [((1 - q) / (1 - q * zero)) ** r];
	let [rest, k] = [1 - (chances[0] as number), 0];
	while (rest > TAIL) {
		k++;
		let next = 0;
		for (let size = 1; size < sizes.length && size <= k; size++)
			next += (q + ((r - 1) * q * size) / k) * (sizes[size] as number) * (chances[k - size] as number);
		next /= 1 - q * zero;
		chances.push(next);
		rest -= next;
		// Far out the sum can no longer grow by what is left, for rounding.
		if (k > mean && next < TAIL * TAIL && k > 4 * sizes.length) break;
	}
	return chances;
}
