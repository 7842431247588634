import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#domain/locale.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { cities, cityCodes } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import type { Region } from '#geo/regions/region.ts';
import { collide, inside, type Widths } from './boxes.ts';
import { labelItems } from './label-items.ts';
import { bubbleBox, labelBox, layLabels, type LabelItem, type Placed } from './labels.ts';
import { CONTROLS, DRAWN, layouts, widthsOf } from './layouts.ts';
import { memberAreas } from './member-areas.ts';

function itemsOf(picture: Picture, regions: readonly Region[], members: Readonly<Record<string, number>>, locale: Locale): LabelItem[] {
	const { areas } = memberAreas({
		regions,
		kindsOf: (code) => (members[code] ? [{ kind: 'park', members: members[code] }] : []),
		hrefOf: () => null,
		locale
	});
	return labelItems(picture, areas, locale);
}

/** Fails unless no label overlaps another, a bubble or the controls, and all are inside the frame. */
function expectApart(items: readonly LabelItem[], placed: readonly Placed[], height: number, widths: Widths): void {
	const byCode = new Map(items.map((item) => [item.code, item]));
	const boxes = placed.map((label) => labelBox(byCode.get(label.code)!, label, label.bare));
	const obstacles = [CONTROLS, ...items.filter(({ radius }) => radius > 0).map(bubbleBox)];
	boxes.forEach((box, i) => {
		expect(inside(box, height, widths), `${placed[i]!.code} in the frame`).toBe(true);
		for (const other of [...obstacles, ...boxes.slice(0, i)]) {
			expect(collide(box, other, widths), `${placed[i]!.code} alone in its place`).toBe(false);
		}
	});
}

const locale = fc.constantFrom(...LOCALES);
const drawn = fc.constantFrom(...DRAWN);

describe('the region', () => {
	const height = regionPicture.height / regionPicture.width;

	test('up to fifteen cities with members, any of them, any number: each has its label at every width', () => {
		const members = fc.dictionary(fc.constantFrom(...cityCodes), fc.integer({ min: 1, max: 400 }), { maxKeys: 15 });
		fc.assert(
			fc.property(members, locale, drawn, (counts, language, at) => {
				const items = itemsOf(regionPicture, cities, counts, language);
				const placed = layLabels(items, height, widthsOf(at), [CONTROLS]);
				expectApart(items, placed, height, widthsOf(at));
				const labelled = new Set(placed.map(({ code }) => code));
				expect(Object.keys(counts).filter((code) => !labelled.has(code))).toEqual([]);
				expect(labelled).toContain('taihu');
			}),
			{ numRuns: 150 }
		);
	});

	test.each(LOCALES)('members in all 41 cities, in %s: every one labelled from 390 px on, most at 300', (language) => {
		const counts = Object.fromEntries(cityCodes.map((code, i) => [code, 1 + ((i * 7) % 30)]));
		const items = itemsOf(regionPicture, cities, counts, language);
		for (const at of DRAWN) {
			const placed = layLabels(items, height, widthsOf(at), [CONTROLS]);
			expectApart(items, placed, height, widthsOf(at));
			const shown = placed.filter(({ code }) => counts[code]).length;
			expect(shown, `${at.from} px`).toBeGreaterThanOrEqual(at.from < 390 ? 32 : 41);
		}
	});

	test.each(LOCALES)('no members: all 41 names on a desktop, in %s', (language) => {
		const items = itemsOf(regionPicture, cities, {}, language);
		const wide = layLabels(items, height, widthsOf(DRAWN.at(-1)!), [CONTROLS]);
		expect(wide.filter(({ code }) => cityCodes.includes(code))).toHaveLength(41);
	});
});

test('each city page: districts with members have their labels', async () => {
	for (const code of cityCodes) {
		const picture = (await areaPicture(code))!;
		const districts = districtsOf(code);
		const counts = Object.fromEntries(districts.slice(0, 8).map(({ adcode }, i) => [adcode, i + 1]));
		for (const language of LOCALES) {
			const items = itemsOf(picture, districts, counts, language);
			for (const at of DRAWN) {
				const placed = layLabels(items, picture.height / picture.width, widthsOf(at), [CONTROLS]);
				expectApart(items, placed, picture.height / picture.width, widthsOf(at));
				const labelled = new Set(placed.map((label) => label.code));
				const missing = Object.keys(counts).filter((district) => !labelled.has(district));
				expect(missing, `${code} ${language} ${at.id}`).toEqual([]);
			}
		}
	}
}, 60_000);

test('any names anywhere: never one upon another, never outside', () => {
	const item: fc.Arbitrary<LabelItem> = fc.record({
		code: fc.uuid(),
		text: fc.string({ minLength: 1, maxLength: 12 }),
		figure: fc.option(fc.nat(9999).map(String)),
		kind: fc.constantFrom('covered', 'plain', 'muted', 'water', 'district'),
		x: fc.double({ min: 0, max: 1, noNaN: true }),
		y: fc.double({ min: 0, max: 1, noNaN: true }),
		radius: fc.constantFrom(0, 0.3, 1.2),
		rank: fc.integer()
	});
	fc.assert(
		fc.property(fc.array(item, { maxLength: 40 }), drawn, (items, at) => {
			expectApart(items, layLabels(items, 1, widthsOf(at), [CONTROLS]), 1, widthsOf(at));
		}),
		{ numRuns: 60 }
	);
});

test('the better rank comes first; a name wider than its lake is left out', () => {
	const item: LabelItem = { code: 'a', text: '一二三四', figure: null, kind: 'plain', x: 0.5, y: 0.5, radius: 0, rank: 1 };
	const placed = layLabels([item, { ...item, code: 'b', rank: 2 }], 1, { from: 40, to: 40 });
	expect(placed[0]).toMatchObject({ code: 'b', dx: 0, anchor: 'middle', leader: false });
	expect(layLabels([{ ...item, room: 0.09 }], 1, { from: 40, to: 40 })).toEqual([]);
	expect(layLabels([{ ...item, room: 0.11 }], 1, { from: 40, to: 40 })).toHaveLength(1);
});

test('layouts merge the widths at which a label keeps its place', () => {
	const items = itemsOf(regionPicture, cities, { '320200': 7 }, 'zh-CN');
	for (const { places } of layouts(items, regionPicture.height / regionPicture.width)) {
		const at = places.flatMap((place) => place.at);
		expect(new Set(at).size).toBe(at.length);
		const keys = places.map(({ placed: { dx, dy, anchor, bare } }) => `${dx} ${dy} ${anchor} ${bare}`);
		expect(new Set(keys).size).toBe(keys.length);
	}
});

test('the same labels again are found done, and the memory of them is bounded', () => {
	const height = regionPicture.height / regionPicture.width;
	const first = layouts(itemsOf(regionPicture, cities, { '320200': 7 }, 'zh-CN'), height);
	expect(layouts(itemsOf(regionPicture, cities, { '320200': 7 }, 'zh-CN'), height)).toBe(first);
	for (let n = 1; n <= 60; n++) layouts([{ ...first[0]!.item, figure: `${n}` }], height);
	const anew = layouts(itemsOf(regionPicture, cities, { '320200': 7 }, 'zh-CN'), height);
	expect(anew).not.toBe(first);
	expect(anew).toEqual(first);
});
