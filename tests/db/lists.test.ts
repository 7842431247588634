import { expect, test } from 'vitest';
import { listEvents } from '#db/queries/event.ts';
import { listMembers } from '#db/queries/member.ts';
import { identifiers } from '#db/queries/identifiers.ts';
import { listMemberships } from '#db/queries/membership.ts';
import { listPartners } from '#db/queries/partner.ts';
import type { Page } from '#db/queries/page.ts';
import { listProjects } from '#db/queries/project.ts';
import { projectCells, projectReach } from '#db/queries/project-count.ts';
import { searchRecords } from '#db/queries/search.ts';
import { demo } from '#db/seeds/demo.ts';
import { loadSeed } from '#db/seeds/load.ts';
import { onEachDatabase } from './databases.ts';
import { create, event, member, membership, minute, partner, project } from './samples.ts';

const at = '2026-06-30';

/** All pages of a list, one after the other. */
async function pages<T>(page: (after: string | null) => Promise<Page<T>>): Promise<Page<T>[]> {
	const all: Page<T>[] = [];
	for (let after: string | null = null; all.length === 0 || after !== null; after = all.at(-1)?.next ?? null) all.push(await page(after));
	return all;
}

onEachDatabase(({ open, shared }) => {
	const filled = shared((db) => loadSeed(db, demo(), minute(0)));

	test('the pages of a list, put together, are the list', async () => {
		const db = await filled();
		const lists = {
			members: (limit: number, after?: string | null) => listMembers(db, { at, active: true, limit, after }),
			projects: (limit: number, after?: string | null) => listProjects(db, { at, limit, after }),
			events: (limit: number, after?: string | null) => listEvents(db, { at, limit, after }),
			partners: (limit: number, after?: string | null) => listPartners(db, { limit, after }),
			memberships: (limit: number, after?: string | null) => listMemberships(db, { at, limit, after })
		};
		for (const [name, list] of Object.entries(lists)) {
			const whole = await list(10_000);
			expect(whole.next, name).toBeNull();
			expect(whole.items, name).toHaveLength(whole.total);
			const cut = await pages<unknown>((after) => list(17, after));
			expect(cut.flatMap(({ items }) => items), name).toEqual(whole.items);
			expect(new Set(cut.map(({ total }) => total)), name).toEqual(new Set([whole.total]));
			expect(await list(10_000, 'nonsense'), name).toEqual(whole);
		}
	});

	test('filters select what they say', async () => {
		const db = await filled();
		const all = (await listMembers(db, { at, limit: 10_000 })).items;
		expect(all).toHaveLength(640);
		const members = async (filter: object) => (await listMembers(db, { at, limit: 10_000, ...filter })).items.map(({ member: { id } }) => id).sort();
		const those = (test: (item: (typeof all)[number]) => boolean) => all.filter(test).map(({ member: { id } }) => id).sort();
		expect(await members({ active: true })).toEqual(those((i) => i.active));
		expect(await members({ active: false })).toEqual(those((i) => !i.active));
		expect(await members({ city: '320200' })).toEqual(those((i) => i.member.city === '320200'));
		expect(await members({ cities: ['320200', '310000'] })).toEqual(those((i) => ['320200', '310000'].includes(i.member.city ?? '')));
		expect(await members({ cities: [] })).toEqual([]);
		expect(await members({ districts: [] })).toEqual([]);
		expect(await members({ kind: 'museum', placed: true })).toEqual(those((i) => i.member.kind === 'museum' && i.member.city !== null));
		expect(await members({ placed: false })).toEqual(those((i) => i.member.city === null));
		const projects = (await listProjects(db, { at, limit: 10_000 })).items;
		const ids = async (filter: object) => (await listProjects(db, { at, limit: 10_000, ...filter })).items.map(({ id }) => id);
		const such = (test: (p: (typeof projects)[number]) => boolean) => projects.filter(test).map(({ id }) => id);
		expect(await ids({ city: '320200' })).toEqual(such((p) => p.cities.includes('320200')));
		expect(await ids({ status: 'unknown' })).toEqual(such((p) => p.status === null));
		expect(await ids({ status: 'active', category: 'research' })).toEqual(such((p) => p.status === 'active' && p.category === 'research'));
		expect(await ids({ memberId: projects[0]?.memberIds[0] ?? '' })).toContain(projects[0]?.id);
		expect(await ids({ partnerId: 'shili-huoban-03' })).toEqual(such((p) => p.partnerIds.includes('shili-huoban-03')));
		expect(await ids({ at: '2023-01-01' })).toEqual(such((p) => p.since.on === null || p.since.on <= '2023-01-01'));
	});

	test('words match names, aliases, pinyin, initials and English; what LIKE would take as a sign is taken literally', async () => {
		const db = await open();
		await create(db, 'member', [
			member('a', { name: { zh: '红豆示例集团', en: 'Example Hongdou (HODO)' }, aliases: ['红豆股份'] }),
			member('b', { name: { zh: '示例100%园区' } }),
			member('c', { name: { zh: '示例a_b园区' } }),
			member('d', { name: { zh: '示例c\\d园区' } }),
			member('e', { name: { zh: '示例（室内）馆', en: 'Ma’anshan Example' } })
		]);
		const found = async (q: string) => (await listMembers(db, { at, limit: 9, q })).items.map((item) => item.member.id);
		expect(await found('红豆')).toEqual(['a']);
		expect(await found('股份')).toEqual(['a']);
		expect(await found('HongDou')).toEqual(['a']);
		expect(await found('hong dou')).toEqual(['a']);
		expect(await found('hdsljt')).toEqual(['a']);
		expect(await found('(hodo)')).toEqual(['a']);
		expect(await found('ＨＯＤＯ')).toEqual(['a']);
		expect(await found('%')).toEqual(['b']);
		expect(await found('_')).toEqual(['c']);
		expect(await found('\\')).toEqual(['d']);
		expect(await found('（室内）')).toEqual(['e']);
		expect(await found("ma'anshan")).toEqual(['e']);
		expect(await found("'; drop table member; --")).toEqual([]);
		expect(await found('示例 园区')).toHaveLength(3);
		expect(await found('  ')).toHaveLength(5);
	});

	test('order: members by pinyin; projects and events the newest first, the undated last', async () => {
		const db = await open();
		await create(db, 'member', [member('z', { name: { zh: '安示例' } }), member('y', { name: { zh: '泰示例' } }), member('x', { name: { zh: 'B示例' } })]);
		expect((await listMembers(db, { at, limit: 9 })).items.map((item) => item.member.id)).toEqual(['z', 'x', 'y']);
		await create(db, 'project', [project('a', ''), project('b', '2024'), project('c', '2024-12-31'), project('d', '<=2025-06-01'), project('e', '2027')]);
		expect((await listProjects(db, { at, limit: 9 })).items.map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
		await create(db, 'event', [event('a', ''), event('b', '<=2024-05-01'), event('c', '2024-05-01'), event('d', '2025'), event('e', '2026-07-01')]);
		expect((await listEvents(db, { at, limit: 9 })).items.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
	});

	test('links join the cities of a project, of its members and of the alliance', async () => {
		const db = await open();
		await create(db, 'member', [member('m', { city: '340200' }), member('n')]);
		await create(db, 'membership', [membership('m-1', 'm', '2021')]);
		await create(db, 'project', [
			project('p', '2024', { cities: ['320200', '310000'], memberIds: ['m', 'n'] }),
			project('q', '', { cities: ['310000', '320200'] }),
			project('r', '2027', { cities: ['310000', '330100'] }),
			project('s', '2024', { cities: ['310000'] })
		]);
		await create(db, 'project', [project('t', '2023', { status: 'signed', byAlliance: true, cities: ['330100'] })]);
		expect(await projectReach(db, { at, seat: '320200' })).toEqual([
			{ id: 'p', since: '2024-12-31', category: 'research', cities: ['310000', '320200', '340200'] },
			{ id: 'q', since: null, category: 'research', cities: ['310000', '320200'] },
			{ id: 't', since: '2023-12-31', category: 'research', cities: ['320200', '330100'] }
		]);
		const cell = { category: 'research', status: null, projects: 1 };
		expect(await projectCells(db, { at })).toEqual([
			{ ...cell, since: null, cities: ['310000', '320200'] },
			{ ...cell, since: '2023-12-31', status: 'signed', cities: ['330100'] },
			{ ...cell, since: '2024-12-31', cities: ['310000', '320200'] },
			{ ...cell, since: '2024-12-31', cities: ['310000'] }
		]);
	});

	test('a search ranks what begins with the word first, and stays within its limit', async () => {
		const db = await open();
		await create(db, 'member', [member('a', { name: { zh: '安徽示例无锡会' } }), member('b', { name: { zh: '无锡示例院' } })]);
		await create(db, 'partner', [partner('c', { name: { zh: '无锡示例外部' } })]);
		await create(db, 'event', [event('d', '2024', { title: { zh: '示例：在无锡' } })]);
		await create(db, 'project', [project('e', '', { title: { zh: '无锡示例课题' } })]);
		const ids = async (q: string, limit = 9) => (await searchRecords(db, q, { limit })).map(({ type, id }) => `${type} ${id}`);
		expect(await ids('无锡')).toEqual(['member b', 'project e', 'partner c', 'member a', 'event d']);
		expect(await ids('wx', 2)).toEqual(['member b', 'project e']);
		expect(await ids('')).toEqual([]);
	});

	test('memberships by whether they hold, by member and by batch, the latest joins first', async () => {
		const db = await filled();
		const list = async (filter: Partial<Parameters<typeof listMemberships>[1]>) => (await listMemberships(db, { at, limit: 10_000, ...filter })).items;
		const [all, holding, ended] = [await list({}), await list({ active: true }), await list({ active: false })];
		expect(holding.length + ended.length).toBe(all.length);
		expect(ended.length).toBeGreaterThan(0);
		for (const { left } of ended) expect((left?.on ?? '') <= at).toBe(true);
		for (const { left } of holding) expect(left === null || (left.on ?? '') > at).toBe(true);
		const days = all.map(({ joined }) => joined.on ?? '');
		expect(days).toEqual(days.toSorted().reverse());
		const some = ended[0];
		expect(await list({ memberId: some?.memberId })).toEqual(all.filter(({ memberId }) => memberId === some?.memberId));
		const batch = all.find(({ eventId }) => eventId !== null)?.eventId;
		expect(await list({ eventId: batch })).toEqual(all.filter(({ eventId }) => eventId === batch));
		expect((await list({ at: '2019-01-01' })).length).toBeLessThan(all.length);
		expect(await identifiers(db, 'membership')).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
	});
});
