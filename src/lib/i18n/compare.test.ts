import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#domain/locale.ts';
import { compareSentence, formatChange, type CompareFacts } from './compare.ts';
import { plainText } from './sentence.ts';

const count = fc.integer({ min: 0, max: 999 });
const change = fc.record({ from: count, to: count });
const facts: fc.Arbitrary<CompareFacts> = fc.record({
	from: fc.constant('2021-06-30'),
	to: fc.constant('2023-12-31'),
	members: change,
	joined: count,
	left: count,
	newCities: fc.integer({ min: 0, max: 41 }),
	lostCities: fc.integer({ min: 0, max: 41 }),
	provinces: fc.record({ from: fc.integer({ min: 0, max: 4 }), to: fc.integer({ min: 0, max: 4 }) })
});

describe('the sentence of a comparison', () => {
	it('says the record in both languages', () => {
		const record: CompareFacts = {
			from: '2021-06-30',
			to: '2023-12-31',
			members: { from: 12, to: 20 },
			joined: 8,
			left: 0,
			newCities: 6,
			lostCities: 0,
			provinces: { from: 2, to: 4 }
		};
		expect(plainText(compareSentence(record, 'zh-CN'))).toBe(
			'2021年6月30日至2023年12月31日，新增成员8家，退出0家，新覆盖6座城市；登记成员由12家增至20家，覆盖省市由2个增至4个。'
		);
		const still = { ...record, joined: 0, members: { from: 20, to: 20 } };
		expect(plainText(compareSentence(still, 'zh-CN'))).toBe('2021年6月30日至2023年12月31日，没有成员新增或退出，登记成员仍为20家。');
		expect(plainText(compareSentence(still, 'en'))).toBe('From 30 June 2021 to 31 December 2023 no member joined or left; there are still 20 recorded members.');
		const swap = { ...record, joined: 1, left: 1, newCities: 0, lostCities: 1, members: { from: 20, to: 20 }, provinces: { from: 4, to: 3 } };
		expect(plainText(compareSentence(swap, 'zh-CN'))).toContain('新增成员1家，退出1家，1座城市不再有成员；登记成员仍为20家，覆盖省市由4个减至3个。');
		expect(plainText(compareSentence(swap, 'en'))).toContain(
			'1 member joined and 1 left; 1 city no longer covered. Recorded members stayed at 20, provinces covered fell from 4 to 3.'
		);
	});

	it('holds every number that moved, ends once, and keeps to the punctuation of its language', () => {
		fc.assert(
			fc.property(facts, fc.constantFrom(...LOCALES), (given, locale) => {
				const text = plainText(compareSentence(given, locale));
				const { joined, left, newCities, lostCities, members } = given;
				const numbers = joined + left === 0 ? [members.to] : [joined, left, newCities, lostCities, members.from, members.to];
				for (const n of numbers) if (n > 0) expect(text).toContain(String(n));
				expect(text).not.toMatch(/[，。；,.;]\s*[，。；,.;]|undefined|NaN|\s{2}/);
				expect(text).toMatch(locale === 'en' ? /\.$/ : /。$/);
				if (locale === 'zh-CN') expect(text).not.toMatch(/[,.;]/);
				else expect(text).not.toMatch(/[^\x20-\x7e]/);
			})
		);
	});
});

describe('a change in a table', () => {
	it('carries its sign', () => {
		expect([formatChange({ from: 1, to: 4 }, 'en'), formatChange({ from: 4, to: 1 }, 'en'), formatChange({ from: 4, to: 4 }, 'en')]).toEqual(['+3', '−3', '±0']);
		expect(formatChange({ from: 20_000, to: 0 }, 'en')).toBe('−20,000');
	});
});
