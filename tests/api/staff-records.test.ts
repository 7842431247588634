import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataVersion } from '#db/queries/data-version.ts';
import { historyOf } from '#db/queries/history.ts';
import { recordById } from '#db/queries/read.ts';
import { saveRecord } from '#db/queries/record.ts';
import type { Db } from '#db/schema.ts';
import { FORM_TYPES, FORMS, type FormRecord, type FormType } from '#domain/form.ts';
import type { Typed } from '#domain/form-input.ts';
import { blankForm, inputNames, writeForm } from '#domain/form-reading.ts';
import { now } from '#domain/instant.ts';
import { recordPath, recordsPath } from '#lib/i18n/record-address.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let db: Db;
let viewer: string;

beforeAll(async () => {
	desk = await openDesk();
	({ db, viewer } = desk);
});
afterAll(() => desk?.stop());

type Entries = readonly (readonly [string, string])[];
const entriesOf = (typed: Typed): [string, string][] => Object.entries(typed).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));

const send = (path: string, entries: Entries, cookie?: string) => desk.post(path, entries, cookie);

/** An existing record of each type. */
const SAMPLES: Readonly<Record<FormType, string>> = {
	member: 'hongdou-jituan',
	membership: '',
	event: 'chengli-2020',
	project: 'yanjiu-keti-2021',
	partner: 'xianggang-zhonghua-gongshang-zonghui',
	source: 'hongdou-baike',
	reported_total: '',
	region_group: 'taihu_science_circle'
};

async function sampleOf(type: FormType): Promise<{ id: string; record: FormRecord; version: number }> {
	const id = SAMPLES[type] || (await db.selectFrom(type as 'membership').select('id').orderBy('id').executeTakeFirstOrThrow()).id;
	const [newest] = await historyOf(db, type, id);
	return { id, record: newest!.record as FormRecord, version: newest!.version };
}

const SOME = ['', ' ', 'on', 'x', '示例单位', '2024', '2024-02-30', '320200', '310101', 'park', 'stated', 'unknown', '#hongdou-jituan', '红豆', '120, 31', '0,0', 'wgs84', '-1', '9'.repeat(30), '"><script>', '\u0000', '%00', '__proto__'];

/** Any form of a type: some of its inputs and some of others, with texts that fit now and then. */
function anything(type: FormType): fc.Arbitrary<[string, string][]> {
	const names = [...inputNames(type), 'version', 'reason', 'confirm', 'alike', 'ask', 'take.name', 'change', '__proto__', 'id'];
	const choices = Object.values(FORMS[type].fields).flatMap((field) => ('choices' in field ? field.choices : []));
	const text = fc.oneof(fc.constantFrom(...SOME, ...choices), fc.string({ unit: 'grapheme', maxLength: 40 }));
	return fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 30 });
}

describe.each(FORM_TYPES)('%s', (type) => {
	test('whatever is sent, nothing breaks, and what is refused changes nothing', async () => {
		const { id, record } = await sampleOf(type);
		const filled = entriesOf({ ...blankForm(type), ...writeForm(type, record) });
		const at = recordPath(type, id);
		const paths = [`${recordsPath(type)}/new?/save`, `${at}?/save`, `${at}?/retire`, `${at}?/restore`, `${at}/history?/undo`, `/en${recordsPath(type)}/new?/save`];
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...paths), anything(type), fc.boolean(), async (path, entries, onTop) => {
				const before = await dataVersion(db);
				// Half of them a whole form in which some inputs are changed: these come further.
				const changed = new Set(entries.map(([name]) => name));
				const answer = await send(path, onTop ? [...filled.filter(([name]) => !changed.has(name)), ...entries] : entries);
				expect([303, 404, 409, 422], `${path} ${JSON.stringify(entries)}\n${answer.body.slice(0, 400)}`).toContain(answer.status);
				const written = (await dataVersion(db)) - before;
				if (answer.status !== 303) expect(written).toBe(0);
				else expect(written).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 40, endOnFailure: true }
		);
	}, 180_000);

	test('a record sent back as it stands is unchanged, without a new version', async () => {
		const { id } = await sampleOf(type);
		const [newest] = await historyOf(db, type, id);
		if (newest!.change === 'retire') await send(`${recordPath(type, id)}?/restore`, [['version', String(newest!.version)]]);
		const { record, version } = await sampleOf(type);
		const before = await dataVersion(db);
		const answer = await send(`${recordPath(type, id)}?/save`, [...entriesOf(writeForm(type, record)), ['version', String(version)]]);
		expect([answer.status, answer.location], answer.body.slice(0, 300)).toEqual([303, `${recordPath(type, id)}?done=unchanged`]);
		expect(await dataVersion(db)).toBe(before);
	});
});

test('nobody, and who may only look, writes nothing', async () => {
	const { id, record, version } = await sampleOf('partner');
	const entries: Entries = [...entriesOf(writeForm('partner', { ...record, name: { zh: '换了名', en: null } })), ['version', String(version)], ['change', '1']];
	const before = await dataVersion(db);
	for (const path of [`${recordsPath('partner')}/new?/save`, `${recordPath('partner', id)}?/save`, `${recordPath('partner', id)}?/retire`, `${recordPath('partner', id)}/history?/undo`, '/staff/changes?/undo', '/staff/changes/x?/undo']) {
		expect((await send(path, entries, '')).status, path).toBe(401);
		expect((await send(path, entries, viewer)).status, path).toBe(403);
	}
	for (const path of ['/staff/records/suggest?type=member&q=a', '/staff/records/picture/320200'])
		expect((await fetch(desk.origin + path, { redirect: 'manual' })).status).toBe(401);
	expect(await dataVersion(db)).toBe(before);
});

const EXAMPLE: Typed = { ...blankForm('member'), 'name.zh': ['示例湖泊研究院'], kind: ['institute'] };

test('a duplicate is warned of, made once it is confirmed, and asked about anew when the name changes', async () => {
	const create = (name: string, more: Entries = []) => send('/staff/records/members/new?/save', [...entriesOf({ ...EXAMPLE, 'name.zh': [name] }), ...more]);
	expect((await create('示例湖泊研究院')).status).toBe(303);
	const warned = await create('示例湖泊研究院有限公司');
	expect(warned.status).toBe(422);
	expect(warned.body).toContain('名称或别名相同');
	const alike = /name="alike" value="([^"]+)"/.exec(warned.body)?.[1] ?? '';
	expect(alike).toMatch(/^member shili/);
	expect((await create('示例湖泊研究院有限公司', [['alike', alike]])).status).toBe(422);
	expect((await create('红豆集团', [['alike', alike], ['confirm', 'alike']])).status).toBe(422);
	const made = await create('示例湖泊研究院有限公司', [['alike', alike], ['confirm', 'alike']]);
	expect(made.status).toBe(303);
	expect(made.location).toMatch(/\?done=created$/);
});

test('why the first record was made is told in the language of the reader', async () => {
	const path = '/staff/records/members/hongdou-jituan/history';
	const [zh, en] = [await desk.get(path), await desk.get(`/en${path}`)];
	expect([zh.body.includes('初始数据'), zh.body.includes('initial data')]).toEqual([true, false]);
	expect([en.body.includes('初始数据'), en.body.includes('initial data')]).toEqual([false, true]);
});

test('coordinates are put right by their datum, and must lie where the record says', async () => {
	const place = { city: ['320200'], cityBasis: ['stated'], district: ['320211'], districtBasis: ['stated'] };
	const create = (name: string, changes: Typed, more: Entries = []) => send('/staff/records/members/new?/save', [...entriesOf({ ...EXAMPLE, 'name.zh': [name], ...place, ...changes }), ...more]);
	const elsewhere = await create('坐标甲院', { point: ['121.47, 31.23'] });
	expect(elsewhere.status).toBe(422);
	expect(elsewhere.body).toContain('上海市黄浦区');
	expect((await create('坐标乙院', { point: ['120.2935, 31.5275'], 'point.datum': ['nad27'] })).status).toBe(422);
	const made = await create('坐标丙院', { point: ['31.5275，120.2935'], 'point.datum': ['gcj02'] });
	expect(made.status, made.body.slice(0, 200)).toBe(303);
	const id = /members\/([^?]+)/.exec(made.location)?.[1] ?? '';
	const { point } = (await recordById(db, 'member', id))!;
	expect(Math.abs(point!.lon - 120.2935)).toBeGreaterThan(0.003);
	expect(Math.abs(point!.lon - 120.2935)).toBeLessThan(0.007);
	const key = /name="confirm" value="(point [^"]+)"/.exec(elsewhere.body)?.[1] ?? '';
	expect((await create('坐标丁院', { point: ['121.5, 31.2'] }, [['confirm', key]])).status).toBe(422);
	expect((await create('坐标甲院', { point: ['121.47, 31.23'] }, [['confirm', key]])).status).toBe(303);
});

test('of two who edit, the second merges: nothing of either is lost', async () => {
	const id = 'hongdou-jituan';
	const { record, version } = await sampleOf('member');
	const mine = (changes: Typed, at: number, more: Entries = []) => send(`/staff/records/members/${id}?/save`, [...entriesOf({ ...writeForm('member', record), ...changes }), ['version', String(at)], ...more]);
	const write = (changes: object, expectedVersion: number) =>
		db.transaction().execute((trx) => saveRecord(trx, 'member', { ...record, ...changes } as never, { expectedVersion, at: now(), actor: 'tester', reason: '订正网站' }));
	await write({ website: 'https://theirs.example/', name: { zh: '红豆甲', en: null } }, version);

	const conflict = await mine({ 'name.zh': ['红豆乙'], internalNote: ['我的备注'] }, version, [['confirm', 'alike']]);
	const second = conflict.status === 422 ? await mine({ 'name.zh': ['红豆乙'], internalNote: ['我的备注'] }, version, [['confirm', 'alike'], ...alikeIn(conflict.body)]) : conflict;
	expect(second.status).toBe(409);
	for (const text of ['红豆甲', '红豆乙', 'https://theirs.example/', '我的备注', '订正网站']) expect(second.body).toContain(text);
	expect(second.body).toContain(`name="version" value="${version + 1}"`);

	const merged: Typed = { 'name.zh': ['红豆乙'], website: ['https://theirs.example/'], internalNote: ['我的备注'] };
	const ask: Entries = [['ask', 'name']];
	const unanswered = await mine(merged, version + 1, [...ask, ['base', String(version)]]);
	expect(unanswered.status).toBe(409);
	for (const text of ['双方都改了这一项', '红豆甲', '红豆乙', 'name="take.name"', `name="base" value="${version}"`]) expect(unanswered.body).toContain(text);
	const wrong = await mine({ ...merged, website: ['nowhere'] }, version + 1, [...ask, ['base', String(version)], ['take.name', 'theirs']]);
	expect(wrong.status).toBe(409);
	expect(wrong.body).toMatch(/name="name.zh"[^>]*value="红豆乙"|value="红豆乙"[^>]*name="name.zh"/);
	expect(wrong.body).toContain('红豆甲');
	const done = await mine(merged, version + 1, [...ask, ['take.name', 'theirs']]);
	expect([done.status, done.location]).toEqual([303, `/staff/records/members/${id}?done=saved`]);
	expect(await recordById(db, 'member', id)).toMatchObject({ name: { zh: '红豆甲' }, website: 'https://theirs.example/', internalNote: '我的备注' });
});

const alikeIn = (body: string): [string, string][] => [...body.matchAll(/name="alike" value="([^"]+)"/g)].map(([, value = '']) => ['alike', value]);

test('a change and a whole batch are undone, and what stands in the way is told', async () => {
	const made = async (id: string) =>
		db.transaction().execute((trx) =>
			saveRecord(trx, 'partner', { id, name: { zh: `批次${id}`, en: null }, aliases: [], kind: 'park', seat: null, seatBasis: 'unknown', website: null, remark: null, internalNote: null, citations: [] }, { expectedVersion: null, at: now(), actor: 'importer', reason: '导入', batchId: 'import-api' })
		);
	await made('pa');
	await made('pb');
	const [change] = await historyOf(db, 'partner', 'pa');
	const one = await send('/staff/records/partners/pa/history?/undo', [['change', String(change!.id)]]);
	expect([one.status, one.location]).toEqual([303, '/staff/records/partners/pa/history?undone=1']);
	expect(await recordById(db, 'partner', 'pa')).toBeNull();

	const { record } = { record: (await recordById(db, 'partner', 'pb'))! };
	await db.transaction().execute((trx) => saveRecord(trx, 'partner', { ...record, aliases: ['后改'] }, { expectedVersion: 1, at: now(), actor: 'tester', reason: '' }));
	const blocked = await send('/staff/changes/import-api?/undo', []);
	expect(blocked.status).toBe(409);
	expect(blocked.body).toContain('此后又改动了：别名');
	await db.transaction().execute((trx) => saveRecord(trx, 'partner', record, { expectedVersion: 2, at: now(), actor: 'tester', reason: '' }));
	expect((await send('/staff/changes/import-api?/undo', [['reason', '导入有误']])).location).toBe('/staff/changes?undone=1');
	expect(await recordById(db, 'partner', 'pb')).toBeNull();
	expect((await historyOf(db, 'partner', 'pb'))[0]).toMatchObject({ change: 'retire', reason: '导入有误' });
	expect((await send('/staff/changes/none?/undo', [])).status).toBe(404);
});
