import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CAPTION, MOST_ITEMS, readPlaylist, readTurn, SECONDS, USUAL_SECONDS, writePlaylist, type Item } from './playlist.ts';

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const subject = fc.oneof(
	fc.constantFrom('overview', 'map', 'growth', 'events').map((kind) => ({ kind })),
	fc.record({ kind: fc.constantFrom('city', 'province'), code: fc.stringMatching(/^\d{6}$/) }),
	fc.record({ kind: fc.constant('group'), id: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}$/) }),
	fc.constant({ kind: 'compare', days: null }),
	fc.tuple(day, day).map(([a, b]) => ({ kind: 'compare', days: a < b ? [a, b] : [b, a] }))
);
/** Captions as they are kept: one line, no blanks at the ends, and the characters of the grammar as often as others. */
const caption = fc
	.string({ unit: fc.oneof(fc.constantFrom(...'"“”「」;；~～: 1a太'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 })
	.map((text) => [...text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, '').trim()].slice(0, MOST_CAPTION).join('').trim())
	.filter((text) => text !== '');
const item = fc.record({
	subject,
	seconds: fc.integer({ min: SECONDS.least, max: SECONDS.most }),
	caption: fc.option(caption)
}) as fc.Arbitrary<Item>;

const plain = (kind: string, seconds = USUAL_SECONDS, words: string | null = null) => ({ subject: { kind }, seconds, caption: words });

describe('a playlist', () => {
	test('reads back as it was written, whatever the captions hold', () => {
		fc.assert(
			fc.property(fc.array(item, { maxLength: MOST_ITEMS }), (items) => {
				expect(readPlaylist(writePlaylist(items))).toEqual(items);
			})
		);
	});

	test('survives an address', () => {
		fc.assert(
			fc.property(fc.array(item, { maxLength: 6 }), (items) => {
				const query = new URLSearchParams({ views: writePlaylist(items) }).toString();
				expect(readPlaylist(new URLSearchParams(query).get('views') ?? '')).toEqual(items);
			})
		);
	});

	test('of any text at all is a list of sound items', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'overviewmapcity:;~"“”320200~ \n；：～.-') , maxLength: 200 }), (text) => {
				const items = readPlaylist(text);
				expect(items.length).toBeLessThanOrEqual(MOST_ITEMS);
				for (const { seconds, caption: words } of items) {
					expect(seconds).toBeGreaterThanOrEqual(SECONDS.least);
					expect(seconds).toBeLessThanOrEqual(SECONDS.most);
					if (words !== null) expect([...words].length).toBeLessThanOrEqual(MOST_CAPTION);
				}
				expect(readPlaylist(writePlaylist(items))).toEqual(items);
			})
		);
	});

	test('takes the order, seconds and captions of an address', () => {
		expect(readPlaylist('overview;city:320200~12;group:yrd_core_27~20~“二十七城，已覆盖七城”')).toEqual([
			plain('overview'),
			{ subject: { kind: 'city', code: '320200' }, seconds: 12, caption: null },
			{ subject: { kind: 'group', id: 'yrd_core_27' }, seconds: 20, caption: '二十七城，已覆盖七城' }
		]);
	});

	test.each([
		['map~Where we are', plain('map', USUAL_SECONDS, 'Where we are')],
		['map ~ 20 ~ "a; b ~ c"', plain('map', 20, 'a; b ~ c')],
		['map~"never closed; map', plain('map', USUAL_SECONDS, 'never closed; map')],
		['map~"say ""hi"""', plain('map', USUAL_SECONDS, 'say "hi"')],
		['map～20～「太湖；之约」', plain('map', 20, '太湖；之约')],
		['map~0', plain('map', SECONDS.least)],
		['map~999999999', plain('map', SECONDS.most)],
		['map~""', plain('map')],
		['city：320200', { subject: { kind: 'city', code: '320200' }, seconds: USUAL_SECONDS, caption: null }],
		['compare:2023-12-31..2021-01-01', { subject: { kind: 'compare', days: ['2021-01-01', '2023-12-31'] }, seconds: USUAL_SECONDS, caption: null }]
	])('is forgiving: %s', (text, expected) => {
		expect(readPlaylist(text)).toEqual([expected]);
	});

	test('passes over what makes no sense and keeps the rest in order', () => {
		expect(readPlaylist(';;nonsense;city:wuxi;city;overview:1;group:../x;compare:2021-02-30..2022-01-01;map;；growth')).toEqual([plain('map'), plain('growth')]);
	});

	test('is cut at its longest', () => {
		expect(readPlaylist('map;'.repeat(100)).length).toBe(MOST_ITEMS);
		expect(readPlaylist(`map~"${'长'.repeat(200)}"`)[0]?.caption).toBe('长'.repeat(MOST_CAPTION));
	});
});

test.each([
	[null, 0],
	['1', 0],
	['3', 2],
	['4', 0],
	['0', 0],
	['-1', 0],
	['2.5', 0],
	['x', 0]
])('turn %s of three', (text, turn) => {
	expect(readTurn(text, 3)).toBe(turn);
});
