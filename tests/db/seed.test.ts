import { expect, test } from 'vitest';
import { cityCode, provinceCode } from '#domain/place.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { demo } from '#db/seeds/demo.ts';
import { loadSeed } from '#db/seeds/load.ts';
import { BadSeed, parseSeed } from '#db/seeds/seed.ts';
import { prepare } from '#db/prepare.ts';
import { listBatches } from '#db/queries/batch.ts';
import { recordCounts } from '#db/queries/count.ts';
import { dataVersion } from '#db/queries/data-version.ts';
import { listEvents } from '#db/queries/event.ts';
import { countMembers, listMembers } from '#db/queries/member.ts';
import { projectCounts } from '#db/queries/project-count.ts';
import { openProspects, stageOutcomes } from '#db/queries/prospect.ts';
import { readSetting } from '#db/queries/setting.ts';
import { listRegionGroups } from '#db/queries/region-group.ts';
import { listReportedTotals } from '#db/queries/reported-total.ts';
import { city } from '#geo/regions/city.ts';
import { district } from '#geo/regions/district.ts';
import { onEachDatabase } from './databases.ts';
import { minute } from './samples.ts';

const at = '2026-11-22';

onEachDatabase(({ open, openEmpty, shared }) => {
	const filled = shared((db) => loadSeed(db, alliance, minute(0)));

	test('the recorded facts add up', async () => {
		const db = await filled();
		const { items } = await listMembers(db, { at, active: true, limit: 100 });
		const cities = new Set(items.flatMap(({ member }) => member.city ?? []));
		expect(items).toHaveLength(20);
		expect(await countMembers(db, { at, active: true, placed: true })).toBe(17);
		expect(await countMembers(db, { at, active: true, placed: false })).toBe(3);
		expect([...cities].sort()).toEqual(['310000', '320200', '320600', '320700', '330400', '330500', '340500', '341100']);
		expect(new Set([...cities].map(provinceCode)).size).toBe(4);
		expect(await countMembers(db, { at, active: true, city: '341100' })).toBe(3);
		expect(await listBatches(db, { at })).toEqual([
			{ eventId: 'chengli-2020', on: '2020-11-21', members: 12, cities: 2 },
			{ eventId: 'liuchengshi-jiameng-2023', on: '2023-09-26', members: 8, cities: 6 }
		]);
		expect(await recordCounts(db)).toEqual({
			member: 20,
			membership: 20,
			event: 3,
			project: 9,
			partner: 3,
			source: 33,
			reported_total: 5,
			region_group: 9,
			prospect: 0,
			target: 0
		});
		expect(await projectCounts(db, { at })).toEqual([
			{ status: 'active', projects: 1 },
			{ status: 'intention', projects: 3 },
			{ status: 'signed', projects: 3 },
			{ status: null, projects: 2 }
		]);
		expect((await listEvents(db, { at, limit: 9 })).items.map(({ id }) => id)).toEqual([
			'liuchengshi-jiameng-2023',
			'lianyungang-kaocha',
			'chengli-2020'
		]);
		const members = (await listReportedTotals(db, { publicOnly: true })).filter(({ metric }) => metric === 'members');
		expect(members.map(({ on, qualifier, value }) => [on, qualifier, value])).toEqual([
			['2020-11-21', 'exact', 12],
			['2023-09-26', 'nearly', 30]
		]);
		expect((await readSetting(db, 'organisation'))?.name).toEqual({ zh: '长三角一体化太湖融合创新联盟', en: null });
	});

	test('the groups cover what they say: 7 of the 27 have members', async () => {
		const db = await filled();
		const groups = new Map((await listRegionGroups(db)).map((group) => [group.id, group]));
		expect([...groups.values()].map(({ areas }) => areas.length).sort((a, b) => a - b)).toEqual([3, 6, 8, 8, 9, 11, 23, 26, 27]);
		const core = groups.get('yrd_core_27')?.areas ?? [];
		const { items } = await listMembers(db, { at, active: true, limit: 100, cities: core });
		expect(new Set(items.map(({ member }) => member.city)).size).toBe(7);
		const cluster = groups.get('yrd_cluster_26')?.areas ?? [];
		expect(core.filter((code) => !cluster.includes(code))).toEqual(['330300']);
		for (const { areas } of groups.values()) expect(areas.filter((code) => !city(code) && !district(code))).toEqual([]);
	});

	test('loading a second time changes nothing', async () => {
		const db = await openEmpty();
		const first = await prepare(db, minute(0));
		expect(first).toMatchObject({ loaded: true, records: 102 });
		const version = await dataVersion(db);
		expect(await prepare(db, minute(1))).toEqual({ migrations: [], loaded: false, records: 0 });
		expect(await loadSeed(db, demo(), minute(2))).toEqual({ loaded: false, records: 0 });
		expect(await dataVersion(db)).toBe(version);
		expect(await readSetting(db, 'demo')).toBeNull();
	});

	test('the demonstration loads through the same door, as it happened', async () => {
		const db = await open();
		expect(await loadSeed(db, demo(), minute(0))).toEqual({ loaded: true, records: 1901 });
		expect(await readSetting(db, 'demo')).toEqual({ today: '2026-06-30' });
		expect(await openProspects(db)).toHaveLength(60);
		expect((await stageOutcomes(db)).identified).toEqual({ ended: 138, converted: 42 });
		const active = (day: string, known?: string) => countMembers(db, { at: day, active: true, ...(known ? { known } : {}) });
		expect(await active('2026-06-30')).toBe(613);
		expect(await active('2026-06-30', '2024-01-01T00:00:00.000Z')).toBe(await active('2024-01-01', '2024-01-01T00:00:00.000Z'));
		expect(await active('2023-12-01')).toBeGreaterThan(250);
		expect(await active('2020-11-20')).toBe(0);
	});

	test('a seed that does not pass the schemas is refused with record, field and reason, before anything is written', async () => {
		const db = await open();
		const [first] = alliance.records.member;
		const bad = { ...alliance, records: { ...alliance.records, member: [{ ...first, city: null } as never] } };
		await expect(loadSeed(db, bad, minute(0))).rejects.toThrow(BadSeed);
		await expect(loadSeed(db, bad, minute(0))).rejects.toThrow(/member shanghai-shekeyuan-jingji-yanjiusuo: cityBasis: basis_without_place/);
		expect(await dataVersion(db)).toBe(0);
	});
});

test('the demonstration is the same every time, and every name in it says that it is an example', () => {
	expect(demo()).toEqual(demo());
	const { member, event, project, partner, source } = demo().records;
	const real = new Set(alliance.records.source.map(({ id }) => id));
	const named = [...member, ...partner].map(({ name }) => name);
	const titled = [...event, ...project, ...source.filter(({ id }) => !real.has(id))].map(({ title }) => title);
	for (const { zh, en } of [...named, ...titled]) {
		expect(zh).toContain('示例');
		if (en) expect(en).toMatch(/example/i);
	}
	expect(new Set(named.map(({ zh }) => zh)).size).toBe(named.length);
});

test('every place in the seeds exists, and every district lies in its city', () => {
	for (const seed of [alliance, demo()])
		for (const { type, record } of parseSeed(seed)) {
			if (type === 'member') {
				if (record.city) expect(city(record.city), record.id).toBeDefined();
				if (record.district) expect(district(record.district)?.city, record.id).toBe(cityCode(record.district));
			}
			if (type === 'project') for (const code of record.cities) expect(city(code), record.id).toBeDefined();
			if (type === 'event' && record.city) expect(city(record.city), record.id).toBeDefined();
		}
});
