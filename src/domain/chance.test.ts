import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceAt, chanceOf, DEFAULT_CHANCES, ENOUGH, NO_OUTCOMES, outcomesOf, type Step, type StageOutcomes } from './chance.ts';
import { OPEN_STAGES, STAGES, type Stage } from './prospect.ts';

const way = (...steps: [Stage, string][]): Step[] => steps.map(([stage, stageSince]) => ({ stage, stageSince }));
const seen = (ended: number, converted: number): StageOutcomes => ({ ...NO_OUTCOMES, visited: { ended, converted } });

test('what somebody judged goes before what the record says, and that before the default', () => {
	expect(chanceOf({ stage: 'visited', probability: 0.77 }, seen(40, 10))).toEqual({ value: 0.77, basis: 'judged' });
	expect(chanceOf({ stage: 'visited', probability: null }, seen(40, 10))).toEqual({
		value: (10 + 10 * 0.35) / 50,
		basis: 'learned',
		ended: 40,
		converted: 10
	});
	expect(chanceOf({ stage: 'visited', probability: null }, seen(ENOUGH - 1, 19))).toEqual({ value: 0.35, basis: 'default' });
	expect(chanceOf({ stage: 'visited', probability: 0 }, NO_OUTCOMES)).toEqual({ value: 0, basis: 'judged' });
});

test('what has ended has no chance left but its end', () => {
	expect(chanceOf({ stage: 'converted', probability: 0.2 }, NO_OUTCOMES)).toEqual({ value: 1, basis: 'ended' });
	expect(chanceOf({ stage: 'lost', probability: 0.8 }, NO_OUTCOMES)).toEqual({ value: 0, basis: 'ended' });
});

test('the further the stage, the greater its default', () => {
	const defaults = OPEN_STAGES.map((stage) => DEFAULT_CHANCES[stage]);
	expect(defaults).toEqual([...defaults].sort((a, b) => a - b));
});

test('a prospect that ended counts at its furthest stage and at each before it', () => {
	const outcomes = outcomesOf([
		way(['contacted', '2025-01-01'], ['visited', '2025-02-01'], ['contacted', '2025-03-01'], ['lost', '2025-04-01']),
		way(['identified', '2025-01-01'], ['approved', '2025-05-01'], ['converted', '2025-06-01']),
		way(['identified', '2025-01-01'], ['approved', '2025-05-01']),
		way(['lost', '2025-01-01'])
	]);
	expect(outcomes).toEqual({
		identified: { ended: 2, converted: 1 },
		contacted: { ended: 2, converted: 1 },
		visited: { ended: 2, converted: 1 },
		negotiating: { ended: 1, converted: 1 },
		approved: { ended: 1, converted: 1 }
	});
});

test('a step taken back on the same day was a slip', () => {
	const slip = way(['identified', '2025-01-01'], ['approved', '2025-05-01'], ['contacted', '2025-05-01'], ['lost', '2025-06-01']);
	expect(outcomesOf([slip]).visited.ended).toBe(0);
	const quick = way(['identified', '2025-01-01'], ['visited', '2025-05-01'], ['converted', '2025-05-01']);
	expect(outcomesOf([quick]).visited).toEqual({ ended: 1, converted: 1 });
});

const ways = fc.array(
	fc.array(fc.record({ stage: fc.constantFrom(...STAGES), stageSince: fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-01') }), { maxLength: 8 }),
	{ maxLength: 60 }
);

test('no further stage is passed by more prospects, and never do more join than end', () => {
	fc.assert(
		fc.property(ways, (all) => {
			const outcomes = outcomesOf(all);
			OPEN_STAGES.forEach((stage, i) => {
				const before = OPEN_STAGES[i - 1];
				const { ended, converted } = outcomes[stage];
				expect(converted).toBeLessThanOrEqual(ended);
				if (before) expect(ended).toBeLessThanOrEqual(outcomes[before].ended);
				const { value } = chanceAt(stage, outcomes);
				expect(value).toBeGreaterThan(0);
				expect(value).toBeLessThan(1);
			});
		})
	);
});

test('a learned chance lies between the default and the share that joined, and grows with each that joins', () => {
	fc.assert(
		fc.property(fc.integer({ min: ENOUGH, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (ended, share) => {
			const joined = Math.floor(share * (ended - 1));
			const { value } = chanceAt('visited', seen(ended, joined));
			const bounds = [joined / ended, DEFAULT_CHANCES.visited].sort((a, b) => a - b) as [number, number];
			expect(value).toBeGreaterThanOrEqual(bounds[0] - 1e-12);
			expect(value).toBeLessThanOrEqual(bounds[1] + 1e-12);
			expect(chanceAt('visited', seen(ended, joined + 1)).value).toBeGreaterThan(value);
		})
	);
});
