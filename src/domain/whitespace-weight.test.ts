import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { weightsSchema } from './setting.ts';
import { MOST_WEIGHT, parseWeights, readWeights, REASONS, USUAL_WEIGHTS, writeWeights, type Reason } from './whitespace-weight.ts';

const some = fc.record(Object.fromEntries(REASONS.map((reason) => [reason, fc.nat(MOST_WEIGHT)])) as Record<Reason, fc.Arbitrary<number>>, { requiredKeys: [] });

test('weights read back as they were written', () => {
	fc.assert(
		fc.property(some, (weights) => {
			expect(parseWeights(writeWeights(weights) ?? '')).toEqual(weights);
		})
	);
	expect(writeWeights({})).toBeNull();
});

test('any text gives sound weights or none', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'wholezone:,.-0123456789 '), maxLength: 60 }), (text) => {
			expect(v.is(weightsSchema, { ...USUAL_WEIGHTS, ...parseWeights(text) })).toBe(true);
		})
	);
	expect(parseWeights('zone:11,whole:-1,kind:1.5,groups:,partners:3,nothing:2')).toEqual({ partners: 3 });
});

test('what a form gives is taken by reason', () => {
	expect(readWeights([['zone', ' 7 '], ['whole', 'x'], ['view', '3']])).toEqual({ zone: 7 });
});
