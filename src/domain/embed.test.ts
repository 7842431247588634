import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedAddress, embedOfPage, embedQuery, EMBEDS, HIDEABLE, pageOfEmbed, plainEmbed, readEmbed, readEmbedPath } from './embed.ts';

const read = (query: string, path = 'map') => readEmbed(readEmbedPath(path)!, new URLSearchParams(query), 'zh-CN');

test('a path names an embed, and no other path does', () => {
	expect(readEmbedPath('map')).toEqual({ name: 'map', city: null });
	expect(readEmbedPath('city/320200')).toEqual({ name: 'city', city: '320200' });
	for (const wrong of ['', 'city', 'city/', 'city/32', 'maps', 'map/', 'constructor', 'city/320200/']) expect(readEmbedPath(wrong), wrong).toBeNull();
});

test('every option is read, in any order and however its colour is written', () => {
	expect(read('theme=dark&at=2023-12-31&accent=%23ABC&hide=legend,title,legend&kind=park&metric=projects&group=yrd_core_27&lang=en&still')).toMatchObject({
		locale: 'en',
		view: { theme: 'dark', at: '2023-12-31', kind: 'park', metric: 'projects', group: 'yrd_core_27' },
		accent: 'aabbcc',
		hide: ['title', 'legend'],
		still: true
	});
});

test('what makes no sense is ignored', () => {
	expect(read('theme=neon&at=2023-02-30&accent=red&hide=everything,attribution&kind=dragon&metric=x&group=../../x&lang=fr&still=0')).toEqual(plainEmbed({ name: 'map', city: null }, 'zh-CN'));
});

test('the address of an embed says the embed', () => {
	const embed = fc.record({
		path: fc.constantFrom('map', 'growth', 'stats', 'members', 'city/320200'),
		query: fc.record({
			theme: fc.constantFrom('auto', 'light', 'dark', 'x'),
			at: fc.constantFrom('2020-01-01', '2024-02-29', 'never'),
			accent: fc.constantFrom('0f6080', '#F00', 'no'),
			hide: fc.subarray([...HIDEABLE]).map(String),
			kind: fc.constantFrom('park', 'museum', ''),
			classes: fc.constantFrom('quantile', '1,5,10', 'x'),
			still: fc.constantFrom('1', '0'),
			lang: fc.constantFrom('en', 'zh', '?')
		})
	});
	fc.assert(
		fc.property(embed, ({ path, query }) => {
			const first = read(new URLSearchParams(query).toString(), path);
			const url = new URL(embedAddress(first), 'https://atlas.example.org');
			expect(readEmbed(readEmbedPath(path)!, url.searchParams, url.pathname.startsWith('/en/') ? 'en' : 'zh-CN')).toEqual(first);
		})
	);
});

test('any query at all is read', () => {
	fc.assert(fc.property(fc.webQueryParameters(), (query) => { expect(embedQuery(read(query))).not.toMatch(/[\s"'<>]/); }));
});

test('a page and its embed lead to each other', () => {
	for (const [page, address] of [
		['/', '/embed/map'],
		['/?at=2023-12-31&metric=projects', '/embed/map?at=2023-12-31&metric=projects'],
		['/cities/320200?kind=park', '/embed/city/320200?kind=park'],
		['/members', '/embed/members']
	] as const) {
		const { pathname, searchParams } = new URL(page, 'https://atlas.example.org');
		const embed = embedOfPage(pathname, searchParams, 'zh-CN');
		expect(embed && embedAddress(embed)).toBe(address);
		expect(embed && pageOfEmbed(embed)).toBe(page);
	}
	const group = embedOfPage('/groups/yrd_core_27', new URLSearchParams('accent=f00'), 'en');
	expect(group && embedAddress(group, '.png')).toBe('/en/embed/map.png?group=yrd_core_27');
	for (const none of ['/projects/x', '/cities/x', '/staff', '/login']) expect(embedOfPage(none, new URLSearchParams(), 'en'), none).toBeNull();
	expect(EMBEDS).toHaveLength(5);
});
