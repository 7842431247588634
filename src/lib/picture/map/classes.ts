import { MOST_CLASSES, type ClassChoice } from '#domain/metric.ts';
import type { Step } from './scene.ts';

/**
 * How values become shades. `limits` are the smallest values of the classes, rising whole numbers; what lies below the
 * first is none. `fixed`: the same on every map; `each`: a class for each value; `quantile`: as many areas in each class
 * as their values allow; `equal`: equally wide classes; `own`: as the reader asked.
 */
export type Classes = { readonly method: 'fixed' | 'each' | ClassChoice['method']; readonly limits: readonly number[] };

/** One class for the legend; `to` is null where it is open upwards. */
export type ClassRange = { readonly step: Exclude<Step, null>; readonly from: number; readonly to: number | null };

/** What values are: `count` from 1 on, 0 being none; `years` that have passed, from 0 on; `date`: years of a calendar. */
export type Scale = 'count' | 'years' | 'date';

const FIXED: Readonly<Record<Scale, readonly number[] | null>> = { count: [1, 2, 3, 5], years: [0, 1, 3, 5], date: null };
const FIXED_UP_TO: Readonly<Record<Scale, number>> = { count: 12, years: Infinity, date: -Infinity };
const LEAST: Readonly<Record<Scale, number>> = { count: 1, years: 0, date: -Infinity };
/** Shades used by 1, 2, 3 or 4 classes: fewer classes stand further apart. */
const STEPS = [[], [4], [2, 4], [1, 3, 4], [1, 2, 3, 4]] as const;

/**
 * Classes for the values on a map, whole numbers; nulls are unknown, and what is below the least of the scale is none.
 * Left to itself a scale has classes of its own while they serve, otherwise quantiles. Own limits that would make more
 * classes than there are shades are passed over.
 */
export function classify(values: readonly (number | null)[], choice: ClassChoice | null = null, scale: Scale = 'count'): Classes {
	const shaded = values.filter((value): value is number => value !== null && value >= LEAST[scale]).toSorted((a, b) => a - b);
	const floor = Number.isFinite(LEAST[scale]) ? LEAST[scale] : shaded[0];
	if (choice?.method === 'own') {
		const limits = ownLimits(choice.limits, floor);
		if (limits.length <= MOST_CLASSES) return { method: 'own', limits };
	}
	const least = floor ?? 0;
	if (choice?.method === 'equal' && shaded.length > 0) return { method: 'equal', limits: equalLimits(least, shaded.at(-1) ?? least) };
	if (choice?.method === 'quantile' && shaded.length > 0) return { method: 'quantile', limits: quantileLimits(least, shaded) };
	const fixed = FIXED[scale];
	if (fixed && (shaded.at(-1) ?? 0) <= FIXED_UP_TO[scale]) return { method: 'fixed', limits: fixed };
	const distinct = [...new Set(shaded)];
	if (!fixed && distinct.length <= MOST_CLASSES) return { method: 'each', limits: distinct };
	return { method: 'quantile', limits: quantileLimits(least, shaded) };
}

/** Own limits with the class below the first of them, so that every value has one. */
function ownLimits(limits: readonly number[], floor = limits[0] ?? 0): number[] {
	return [floor, ...limits.filter((limit) => limit > floor)];
}

/** As many equal steps as there are shades, or one for each whole number when there are fewer. */
function equalLimits(floor: number, most: number): number[] {
	const span = most - floor + 1;
	const classes = Math.min(MOST_CLASSES, span);
	return Array.from({ length: classes }, (_, i) => floor + Math.round((i * span) / classes));
}

function quantileLimits(floor: number, shaded: readonly number[]): number[] {
	const limits = [floor];
	for (const quarter of [1, 2, 3]) {
		const limit = Math.ceil(shaded[Math.floor((shaded.length * quarter) / 4)] as number);
		if (limit > (limits.at(-1) as number) && limit > (shaded[0] as number)) limits.push(limit);
	}
	return limits;
}

/** The class of a value: 0 for none, null for unknown. */
export function stepOf({ limits }: Classes, value: number | null): Step {
	if (value === null) return null;
	const passed = limits.filter((limit) => value >= limit).length;
	return passed === 0 ? 0 : ((STEPS[limits.length] ?? [])[passed - 1] ?? 0);
}

/** The classes above none with their limits, smallest first; both ends belong to the class. */
export function classRanges(classes: Classes): ClassRange[] {
	return classes.limits.map((from, i) => {
		const next = classes.limits[i + 1];
		const to = classes.method === 'each' ? from : next === undefined ? null : next - 1;
		return { step: stepOf(classes, from) ?? 0, from, to };
	});
}
