import type { Step } from './scene.ts';

/**
 * How values become shades. `limits` are the smallest values of the classes, rising whole numbers from 1;
 * `fixed`: 1, 2, 3–4, 5 and more; `quantile`: as many areas in each class as their values allow.
 */
export type Classes = { readonly method: 'fixed' | 'quantile'; readonly limits: readonly number[] };

/** One class for the legend; `to` is null where it is open upwards. */
export type ClassRange = { readonly step: Exclude<Step, null>; readonly from: number; readonly to: number | null };

const FIXED: readonly number[] = [1, 2, 3, 5];
const FIXED_UP_TO = 12;
/** Shades used by 1, 2, 3 or 4 classes: fewer classes stand further apart. */
const STEPS = [[4], [2, 4], [1, 3, 4], [1, 2, 3, 4]] as const;

/** Classes for the values on a map: fixed while none is above 12, else quantiles of those above 0. Nulls are unknown. */
export function classify(values: readonly (number | null)[]): Classes {
	const positive = values.filter((value) => value !== null && value > 0).toSorted((a, b) => a! - b!) as number[];
	if ((positive.at(-1) ?? 0) <= FIXED_UP_TO) return { method: 'fixed', limits: FIXED };
	const limits = [1];
	for (const quarter of [1, 2, 3]) {
		const limit = Math.ceil(positive[Math.floor((positive.length * quarter) / 4)]!);
		if (limit > limits.at(-1)! && limit > positive[0]!) limits.push(limit);
	}
	return { method: 'quantile', limits };
}

/** The class of a value: 0 for none, null for unknown. */
export function stepOf({ limits }: Classes, value: number | null): Step {
	if (value === null) return null;
	if (value <= 0) return 0;
	const passed = limits.filter((limit) => value >= limit).length;
	return STEPS[(limits.length - 1) as 0 | 1 | 2 | 3][Math.max(0, passed - 1)]!;
}

/** The classes above 0 with their limits, smallest first; both ends belong to the class. */
export function classRanges(classes: Classes): ClassRange[] {
	return classes.limits.map((from, i) => {
		const next = classes.limits[i + 1];
		return { step: stepOf(classes, from)!, from, to: next === undefined ? null : next - 1 };
	});
}
