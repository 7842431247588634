import { XMLValidator } from 'fast-xml-parser';
import { expect, inject, test } from 'vitest';
import { ask, open } from './answer.ts';
import { all } from './document.ts';

/** The card of a page as a drawing, and what it says. */
async function card(page: string): Promise<{ svg: string; said: string }> {
	const { status, body, headers } = await ask(inject('origin'), `/embed/card.svg?page=${encodeURIComponent(page)}`);
	expect([status, headers.get('content-type')], page).toEqual([200, 'image/svg+xml']);
	expect(XMLValidator.validate(body), page).toBe(true);
	return { svg: body, said: [...body.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).join('\n') };
}

/** The cities that a card shades: those in another colour than Lishui, where nothing has ever been. */
function shaded(svg: string): string[] {
	const paths = [...svg.matchAll(/<path d="[^"]*" fill="([^"]*)"><title>([^<]*)<\/title><\/path>/g)].map(([, fill, words = '']) => ({ fill, name: words.split(/[:：]/)[0] as string }));
	expect(paths).toHaveLength(41);
	const none = paths.find(({ name }) => /^(丽水|Lishui)/.test(name))?.fill;
	return paths.filter(({ fill }) => fill !== none).map(({ name }) => name);
}

test('a member: what it is, where it is and since when, on the map', async () => {
	const { svg, said } = await card('/members/hongdou-jituan');
	for (const words of ['红豆集团', '企业', '无锡市 锡山区', '2020年11月21日', '数据截至 2026年', 'GS(2024)0650']) expect(said).toContain(words);
	expect(shaded(svg)).toEqual(['无锡市']);
	const english = await card('/en/members/hongdou-jituan');
	for (const words of ['Hongdou Group', 'Enterprise', 'Wuxi, Xishan District', '21 November 2020']) expect(english.said).toContain(words);
	expect(shaded(english.svg)).toEqual(['Wuxi']);
});

test('a member whose city nobody states is on no map, and its card says so', async () => {
	const { items } = JSON.parse((await ask(inject('origin'), '/api/v1/members?limit=100')).body) as { items: { id: string; city: string | null }[] };
	const unplaced = items.find(({ city }) => city === null);
	const { svg, said } = await card(`/members/${unplaced?.id}`);
	expect(said).toContain('地点待核实');
	expect(said).not.toContain('GS(2024)0650');
	expect(svg).not.toContain('<title>无锡市</title></path>');
});

test('a project with its cities, an event with its city, a partner with the cities of its projects', async () => {
	const project = await card('/projects/chanye-hezuo-lianyungang');
	expect(project.said).toContain('产业合作 · 意向');
	expect(shaded(project.svg)).toEqual(['连云港市']);
	const event = await card('/events/liuchengshi-jiameng-2023');
	for (const words of ['仪式', '2023年9月26日', '无锡市']) expect(event.said).toContain(words);
	expect(shaded(event.svg)).toEqual(['无锡市']);
	expect(shaded((await card('/partners/guoji-shinei-gaoerfu-xiehui')).svg)).toEqual(['无锡市']);
});

test('a comparison shows its changes between its very days, the links their arcs', async () => {
	const [long, short] = [await card('/compare?from=2022-01-01'), await card('/compare?from=2026-01-01')];
	expect(long.said).toContain('新增成员');
	expect(long.svg).toContain('fill="url(#new)"');
	expect(short.svg).not.toContain('fill="url(#new)"');
	const links = await card('/en/links');
	expect(links.svg).toMatch(/stroke-linecap="round"[^>]*><title>Wuxi/);
	expect(links.said).toContain('Links');
});

test('the wall shows the view it opens in, in its colours', async () => {
	const [overview, growth, light] = [await card('/wall'), await card('/wall?views=growth;map'), await card('/wall?views=growth;city:320200&turn=2&theme=light')];
	expect(shaded(overview.svg)).toContain('滁州市');
	expect(growth.said).toContain('成员增长');
	expect(growth.svg).not.toContain('<title>丽水市</title></path>');
	const paper = (svg: string): string => /<rect width="1200" height="630" fill="(#\w+)"/.exec(svg)?.[1] ?? '';
	expect(paper(overview.svg)).toBe(paper(growth.svg));
	expect(paper(light.svg)).not.toBe(paper(growth.svg));
	expect(light.svg).toContain('新吴');
});

test('no page is shared with a blank: lists and pages of words show what they are about', async () => {
	for (const page of ['/projects', '/events', '/partners', '/sources', '/open-data', '/en/search', '/districts/320205']) {
		const { said } = await card(page);
		expect(said.length, page).toBeGreaterThan(60);
		expect(said.split('\n').length, page).toBeGreaterThan(7);
	}
});

test('what is no public page has no card', async () => {
	for (const page of ['/staff', '/en/staff/people', '/login', '/nothing', '/members/nobody', '/districts/999999', '//example.org', 'https://example.org/', ''])
		expect((await ask(inject('origin'), `/embed/card.svg?page=${encodeURIComponent(page)}`)).status, page).toBe(404);
});

test('pages and oEmbed name the card of the very address, of the size that is asked for', async () => {
	const origin = inject('origin');
	for (const path of ['/members/hongdou-jituan?at=2024-01-01', '/en/projects/chanye-hezuo-lianyungang', '/compare?from=2022-01-01', '/links', '/wall?views=map']) {
		const page = await open(origin, path);
		const image = all(page, 'meta', ({ attributes }) => attributes.property === 'og:image')[0]?.attributes.content as string;
		expect(new URL(image).searchParams.get('page')).toBe(path);
		const file = Buffer.from(await (await fetch(image)).arrayBuffer());
		expect([file.toString('latin1', 1, 4), file.readUInt32BE(16), file.readUInt32BE(20)], path).toEqual(['PNG', 1200, 630]);
		const told = JSON.parse((await ask(origin, `/oembed?maxwidth=400&url=${encodeURIComponent(origin + path)}`)).body) as { thumbnail_url: string; thumbnail_width: number };
		const thumbnail = Buffer.from(await (await fetch(told.thumbnail_url)).arrayBuffer());
		expect([told.thumbnail_width, thumbnail.readUInt32BE(16)], path).toEqual([400, 400]);
	}
}, 120_000);
