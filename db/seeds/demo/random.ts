/** A source of chance that gives the same numbers each time it is made with the same seed (mulberry32). */
export type Random = {
	/** From 0 up to, but not including, 1. */
	next(): number;
	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number;
	/** True with this probability. */
	chance(probability: number): boolean;
	/** One of the values; throws `RangeError` for none. */
	pick<T>(values: readonly T[]): T;
	/** One of the values, each as often as its weight says; throws `RangeError` for none. */
	weighted<T>(values: readonly (readonly [value: T, weight: number])[]): T;
	/** So many different ones of the values, in chance order; all of them where there are fewer. */
	some<T>(values: readonly T[], count: number): T[];
};

export function randomOf(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	const pick = <T>(values: readonly T[]): T => {
		if (values.length === 0) throw new RangeError('nothing to pick from');
		return values[between(0, values.length - 1)] as T;
	};
	return {
		next,
		between,
		chance: (probability) => next() < probability,
		pick,
		weighted(values) {
			let rest = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [value, weight] of values) if ((rest -= weight) < 0) return value;
			return pick(values)[0];
		},
		some(values, count) {
			const left = [...values];
			const taken = [];
			while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
			return taken;
		}
	};
}
