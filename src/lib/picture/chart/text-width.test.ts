import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from './text-width.ts';

describe('textWidth', () => {
	it('takes Han and full-width characters as wide as they are high', () => {
		expect(textWidth('六城市加盟，', 12)).toBe(72);
	});

	it('takes Latin letters as about half of that', () => {
		expect(textWidth('Founding', 10)).toBeCloseTo(45.6);
	});

	it('counts a character beyond the basic plane once', () => {
		expect(textWidth('𠮷', 12)).toBe(12);
	});
});

describe('fitText', () => {
	it('leaves a text that fits as it is', () => {
		expect(fitText('成立', 12, 24)).toBe('成立');
	});

	it('cuts with an ellipsis', () => {
		expect(fitText('六城市加盟', 12, 40)).toBe('六城…');
	});

	it('is empty where nothing fits', () => {
		expect(fitText('六', 12, 5)).toBe('');
	});

	it('never exceeds the width, and never splits a character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), (text, width) => {
				const fitted = fitText(text, 12, width);
				expect(textWidth(fitted, 12)).toBeLessThanOrEqual(width);
				expect(fitted.isWellFormed()).toBe(true);
			})
		);
	});
});
