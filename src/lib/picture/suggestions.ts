/** How many suggestions a list shows, and how many of each type before the others have had their turn. */
const MOST = 12;
const FIRST = { place: 4, group: 2, member: 5, project: 3, event: 3, partner: 2 } as const;

type Typed = { readonly type: keyof typeof FIRST };

/** The best twelve of many hits, in their order: some of each type first, so that no type hides the others. */
export function suggestions<Hit extends Typed>(hits: readonly Hit[]): Hit[] {
	const counts = new Map<Hit['type'], number>();
	const early = hits.filter(({ type }) => {
		const n = (counts.get(type) ?? 0) + 1;
		counts.set(type, n);
		return n <= FIRST[type];
	});
	const chosen = new Set([...early.slice(0, MOST), ...hits.filter((hit) => !early.includes(hit))].slice(0, MOST));
	return hits.filter((hit) => chosen.has(hit));
}
