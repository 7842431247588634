/**
 * Why a white space may be the next to fill: nobody in the whole city, neighbouring cities that have members, the widest
 * region group, other groups, an open prospect, one that is stalled, a kind that the province lacks, projects and outside
 * partners that are there already.
 */
export const REASONS = ['whole', 'neighbours', 'zone', 'groups', 'prospect', 'stalled', 'kind', 'projects', 'partners'] as const;
export type Reason = (typeof REASONS)[number];

/** Points that a reason gives where it holds in full, whole numbers from 0 (it does not count) to `MOST_WEIGHT`. */
export type Weights = Readonly<Record<Reason, number>>;

export const MOST_WEIGHT = 10;

/** What stands where nobody has set anything else. */
export const USUAL_WEIGHTS: Weights = { whole: 8, neighbours: 5, zone: 4, groups: 2, prospect: 6, stalled: 2, kind: 4, projects: 4, partners: 2 };

/** Weights as a form or an address gives them, by reason; what is no weight is left out. */
export function readWeights(entries: Iterable<readonly [reason: string, text: string]>): Partial<Weights> {
	const given = new Map(entries);
	return Object.fromEntries(
		REASONS.flatMap((reason) => {
			const text = given.get(reason)?.trim() ?? '';
			return /^\d{1,2}$/.test(text) && Number(text) <= MOST_WEIGHT ? [[reason, Number(text)]] : [];
		})
	);
}

/** Reads `whole:8,zone:0`; what makes no sense is passed over. */
export function parseWeights(text: string): Partial<Weights> {
	return readWeights(text.split(',').map((part) => [part.split(':')[0] ?? '', part.split(':')[1] ?? ''] as const));
}

/** The text that `parseWeights` reads back, in the order of the reasons; null where no weight is given. */
export function writeWeights(weights: Partial<Weights>): string | null {
	return REASONS.flatMap((reason) => (weights[reason] === undefined ? [] : [`${reason}:${weights[reason]}`])).join(',') || null;
}
