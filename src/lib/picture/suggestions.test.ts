import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestions } from './suggestions.ts';

const hit = fc.record({ type: fc.constantFrom('place', 'group', 'member', 'project', 'event', 'partner'), id: fc.nat() });

test('at most twelve, as many as there are, in their order, the best of each type among them', () => {
	fc.assert(
		fc.property(fc.array(hit, { maxLength: 80 }), (hits) => {
			const shown = suggestions(hits);
			expect(shown).toHaveLength(Math.min(12, hits.length));
			const positions = shown.map((one) => hits.indexOf(one));
			expect(positions).toEqual(positions.toSorted((a, b) => a - b));
			const types = [...new Set(hits.map(({ type }) => type))];
			const early = types.slice(0, 3).map((type) => hits.find((one) => one.type === type));
			for (const best of early) expect(shown).toContain(best);
		})
	);
});
