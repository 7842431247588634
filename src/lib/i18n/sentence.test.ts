import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromNumber } from '#domain/day.ts';
import { MEMBER_KINDS } from '#domain/member.ts';
import { PROJECT_CATEGORIES } from '#domain/project.ts';
import { formatDay } from './date.ts';
import { formatNumber } from './number.ts';
import { overviewSentence, plainText, type More, type OverviewFacts } from './sentence.ts';

const day = fc.integer({ min: 18_500, max: 21_000 }).map(dayFromNumber);
const count = fc.oneof(fc.nat(12), fc.nat(200_000));
const more: fc.Arbitrary<More> = fc.oneof(
	fc.record({ of: fc.constant('projects' as const), category: fc.option(fc.constantFrom(...PROJECT_CATEGORIES)), projects: count, cities: fc.option(fc.integer({ min: 1, max: 41 })) }),
	fc.record({ of: fc.constant('reached' as const), cities: fc.nat(41) }),
	fc.record({ of: fc.constant('newest' as const), year: fc.integer({ min: 2020, max: 2030 }) }),
	fc.record({ of: fc.constant('since' as const), years: fc.nat(12) })
);
const facts: fc.Arbitrary<OverviewFacts> = fc.record({
	at: day,
	scope: fc.option(fc.constantFrom('无锡', 'Jiangsu')),
	kind: fc.option(fc.constantFrom(...MEMBER_KINDS)),
	members: count,
	places: fc.option(fc.record({ of: fc.constantFrom('cities' as const, 'areas' as const), covered: fc.nat(41) })),
	provinces: fc.integer({ min: 1, max: 4 }),
	latest: fc.option(fc.record({ on: day, place: fc.option(fc.constantFrom('无锡', 'Wuxi')), members: fc.integer({ min: 1, max: 300 }), cities: fc.nat(20) })),
	more: fc.array(more, { maxLength: 2 })
});

/** What a view must say in figures. */
function figures({ members, places, more: rest }: OverviewFacts): number[] {
	return [
		...(members > 0 ? [members, ...(places && places.covered > 0 ? [places.covered] : [])] : []),
		...rest.flatMap((each) =>
			each.of === 'projects' ? (each.projects > 0 ? [each.projects, ...(each.cities === null ? [] : [each.cities])] : []) : each.of === 'reached' ? (each.cities > 0 ? [each.cities] : []) : []
		)
	];
}

describe.each(['zh-CN', 'en'] as const)('the sentence of a view in %s', (locale) => {
	test('says every figure of the view, strongly, and the day', () => {
		fc.assert(
			fc.property(facts, (given) => {
				const sentence = overviewSentence(given, locale);
				const strong = sentence.filter((piece) => piece.strong).map(({ text }) => text);
				for (const figure of figures(given)) expect(strong).toContain(formatNumber(figure, locale));
				expect(plainText(sentence)).toContain(formatDay(given.at, locale));
				for (const each of given.more) if (each.of === 'newest') expect(strong).toContain(String(each.year));
			})
		);
	});

	test('is one sentence, its marks neither doubled nor of the other script', () => {
		fc.assert(
			fc.property(facts, (given) => {
				const text = plainText(overviewSentence(given, locale));
				if (locale === 'zh-CN') {
					expect(text).toMatch(/^截至.*[^。]。$/);
					expect(text.slice(0, -1)).not.toContain('。');
					expect(text).not.toMatch(/[，；：、。]{2}|[(),;:!?"']\D/);
					expect(text).not.toMatch(/\s/);
				} else {
					expect(text).toMatch(/^As of .*[^.]\.$/);
					expect(text).not.toMatch(/[,;.]{2}|\s[,;.]|\s{2}|[\u3000-\u303f\uff00-\uffef]/);
					expect(text).not.toMatch(/\b1 (?:recorded members|cities|areas|projects|years)\b/);
				}
			})
		);
	});
});

test('reads as a person would say it', () => {
	const base: OverviewFacts = { at: '2026-11-22', scope: null, kind: null, members: 20, places: { of: 'cities', covered: 8 }, provinces: 4, latest: null, more: [] };
	expect(plainText(overviewSentence({ ...base, kind: 'park', members: 5, places: { of: 'cities', covered: 3 }, provinces: 2, more: [{ of: 'since', years: 3 }] }, 'zh-CN'))).toBe(
		'截至2026年11月22日，联盟已登记园区类成员5家，分布在两个省市的3座城市；距最近一次加盟已满3年。'
	);
	expect(plainText(overviewSentence({ ...base, scope: '安徽省', members: 0, more: [{ of: 'projects', category: 'research', projects: 0, cities: null }] }, 'zh-CN'))).toBe(
		'截至2026年11月22日，安徽省尚无登记成员；尚无登记的「课题研究」类合作项目。'
	);
	expect(plainText(overviewSentence({ ...base, scope: 'Wuxi', kind: 'university', members: 1, places: null, more: [{ of: 'projects', category: null, projects: 1, cities: 1 }] }, 'en'))).toBe(
		'As of 22 November 2026, Wuxi has 1 recorded university; 1 project is recorded in 1 city.'
	);
});
