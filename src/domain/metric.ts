/** What a map of cities shades: the first is the usual one. `reached`: cities linked by projects; `newest`: year of the last join; `since`: years from it. */
export const METRICS = ['members', 'projects', 'reached', 'newest', 'since'] as const;
export type Metric = (typeof METRICS)[number];

/** How the values of a map become classes, as the reader chose it. `limits`: where classes begin, rising whole numbers. */
export type ClassChoice = { readonly method: 'quantile' | 'equal' } | { readonly method: 'own'; readonly limits: readonly number[] };

/** Shades there are, and so the most classes a map can show. */
export const MOST_CLASSES = 4;

/** Reads `quantile`, `equal` or own limits such as `1,5,10,20`; null for anything else, limits out of order included. */
export function parseClassChoice(text: string): ClassChoice | null {
	if (text === 'quantile' || text === 'equal') return { method: text };
	if (!/^\d{1,6}(,\d{1,6}){0,3}$/.test(text)) return null;
	const limits = text.split(',').map(Number);
	return limits.every((limit, i) => i === 0 || limit > (limits[i - 1] as number)) ? { method: 'own', limits } : null;
}

/** The text that `parseClassChoice` reads back. */
export function writeClassChoice(choice: ClassChoice): string {
	return choice.method === 'own' ? choice.limits.join(',') : choice.method;
}
