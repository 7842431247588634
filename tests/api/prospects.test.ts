import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataVersion } from '#db/queries/data-version.ts';
import { historyOf } from '#db/queries/history.ts';
import { membershipsOf } from '#db/queries/member.ts';
import { openProspects, prospectById } from '#db/queries/prospect.ts';
import { allRecords } from '#db/queries/read.ts';
import type { Db } from '#db/schema.ts';
import { CONVERSION_FIELDS } from '#domain/conversion.ts';
import { PROSPECT_FIELDS } from '#domain/prospect-form.ts';
import { prospectSchema, STAGES } from '#domain/prospect.ts';
import { prospectOf, writeProspects } from '#tests/records/prospects.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let db: Db;
let viewer: string;

beforeAll(async () => {
	desk = await openDesk();
	({ db, viewer } = desk);
	await writeProspects(db, [prospectOf('p-1', { name: { zh: '示例水环境研究院' } }), prospectOf('p-2'), prospectOf('p-3', { stage: 'approved' })]);
});
afterAll(() => desk?.stop());

const ROOT = '/staff/prospects';
const post = (path: string, fields: Readonly<Record<string, string>>, cookie?: string) => desk.post(ROOT + path, fields, cookie);
const get = (path: string, cookie?: string) => desk.get(path, cookie);

async function versionOf(id: string): Promise<number> {
	return (await db.selectFrom('prospect').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;
}

describe('the pages', () => {
	test('show prospects to whoever is signed in, in both languages, and to nobody else', async () => {
		for (const path of ['', '/table', '/map', '/p-1'])
			for (const prefix of ['', '/en']) {
				const { status, body, headers } = await get(prefix + ROOT + path, viewer);
				expect([status, body.includes('示例水环境研究院') || path === '/map'], prefix + path).toEqual([200, true]);
				expect(headers.get('cache-control')).toMatch(/no-store/);
				expect((await get(prefix + ROOT + path, '')).status).toBe(303);
			}
	});

	test('filter by the address', async () => {
		const shows = async (query: string) => (await get(`${ROOT}/table${query}`)).body.includes('示例水环境研究院');
		expect([await shows('?q=shuihuanjing'), await shows('?stage=identified&city=320200&kind=park&owner=none')]).toEqual([true, true]);
		expect([await shows('?stage=lost'), await shows('?city=310000'), await shows('?only=overdue')]).toEqual([false, false, false]);
		expect((await get(`${ROOT}/table?page=99&sort=zzz&city=x`)).status).toBe(200);
	});

	test('answer 404 for a prospect there is none of', async () => {
		for (const path of ['/none', '/none/edit', '/none/convert', '/none/lose', '/none/history', '/NO%20ID']) expect((await get(ROOT + path)).status).toBe(404);
	});

	test('offer leadership nothing to change, and refuse it', async () => {
		expect((await get(`${ROOT}/p-1`, viewer)).body).not.toContain('method="POST" action="?/move"');
		const before = await dataVersion(db);
		for (const path of ['?/move', '?/back', '/new', '/p-1?/move', '/p-1?/note', '/p-1?/retire', '/p-1/edit', '/p-1/convert', '/p-1/lose', '/p-1/history?/undo']) {
			expect((await post(path, { id: 'p-1', version: '1', to: 'visited', note: 'x' }, viewer)).status, path).toBe(403);
			expect((await post(path, { id: 'p-1', version: '1', to: 'visited', note: 'x' }, '')).status, path).toBe(401);
		}
		expect(await dataVersion(db)).toBe(before);
	});
});

describe('moving', () => {
	test('changes stage and day, with who and why, and can be taken back', async () => {
		const moved = await post('?/move', { id: 'p-2', version: '1', to: 'visited' });
		expect(moved.status).toBe(200);
		expect(await prospectById(db, 'p-2')).toMatchObject({ stage: 'visited', stageSince: '2026-11-22' });
		const [latest] = await historyOf(db, 'prospect', 'p-2');
		expect(latest).toMatchObject({ actor: expect.stringMatching(/^person:/), reason: '由「已识别」移至「已走访」' });
		expect((await post('?/back', { id: 'p-2', version: '2' })).status).toBe(200);
		expect(await prospectById(db, 'p-2')).toMatchObject({ stage: 'identified', stageSince: '2026-10-01' });
	});

	test('is refused where somebody else was faster, and tells where it stands', async () => {
		const late = await post('?/move', { id: 'p-2', version: '1', to: 'approved' });
		expect(late.status).toBe(409);
		expect(late.body).toContain('刚刚被他人改动，现在在「已识别」');
		expect(await prospectById(db, 'p-2')).toMatchObject({ stage: 'identified' });
	});

	test('to either end leads to the page that asks for the rest', async () => {
		expect((await post('?/move', { id: 'p-2', version: '3', to: 'converted' })).location).toBe(`${ROOT}/p-2/convert`);
		expect((await post('?/move', { id: 'p-2', version: '3', to: 'lost' })).headers.get('location')).toBe(`${ROOT}/p-2/lose`);
		expect((await post('/p-2/lose', { version: '3', lostReason: '经费不足' })).status).toBe(303);
		expect(await prospectById(db, 'p-2')).toMatchObject({ stage: 'lost', lostReason: '经费不足' });
	});
});

describe('the form', () => {
	test('notes a new prospect once, however often it is sent, and warns of look-alikes first', async () => {
		const fields = { id: 'yixiang-new', nameZh: '示例水环境研究院', stage: 'contacted', stageSince: '2026-11-01', noted: '2026-11-01', nextStep: '走访' };
		const warned = await post('/new', fields);
		expect(warned.status).toBe(409);
		expect(warned.body).toContain('可能已有登记');
		expect(warned.body).toContain('value="2026-11-01"');
		for (let i = 0; i < 2; i++) expect((await post('/new', { ...fields, distinct: 'yes' })).headers.get('location')).toBe(`${ROOT}/yixiang-new`);
		expect(await historyOf(db, 'prospect', 'yixiang-new')).toHaveLength(1);
	});

	test('keeps what was typed and says at the field what is wrong', async () => {
		const { status, body } = await post('/p-1/edit', { version: '1', nameZh: '', contact: '<b>某人</b>', probability: '400' });
		expect(status).toBe(400);
		expect(body).toMatch(/<textarea id="field-contact"[^>]*>&lt;b>某人&lt;\/b></);
		expect(body).toMatch(/id="field-nameZh-issue"[^>]*>请填写。/);
		expect(body).toMatch(/id="field-probability-issue"/);
	});

	test('brings two people’s changes together, and asks where both changed the same', async () => {
		const base = prospectOf('p-1', { name: { zh: '示例水环境研究院' } });
		await writeProspects(db, [{ ...base, contact: '甲', nextStep: '对方的下一步' }]);
		const mine = { version: '1', nameZh: '示例水环境研究所', contact: '乙', reason: '电话核实' };
		const late = await post('/p-1/edit', mine);
		expect(late.status).toBe(409);
		expect(late.body).toContain('他人已先保存了改动');
		expect(late.body).toMatch(/<textarea id="field-nextStep"[^>]*>对方的下一步</);
		expect(late.body).toMatch(/<textarea id="field-contact"[^>]*>乙</);
		expect(late.body).toMatch(/name="version" value="2"/);
		expect(late.body).toContain('value="电话核实"');
		expect([...late.body.matchAll(/name="ask" value="(\w+)"/g)].map(([, field]) => field)).toEqual(['contact']);
		expect(await prospectById(db, 'p-1')).toMatchObject({ contact: '甲', name: { zh: '示例水环境研究院' } });

		const again = { ...mine, version: '2', base: '1', nextStep: '对方的下一步', ask: 'contact' };
		const undecided = await post('/p-1/edit', again);
		expect(undecided.status).toBe(409);
		expect(undecided.body).toMatch(/id="field-contact-issue"[^>]*>请选择采用哪一方的内容。/);
		expect(undecided.body).toContain('name="take.contact"');
		expect((await historyOf(db, 'prospect', 'p-1')).length).toBe(2);

		expect((await post('/p-1/edit', { ...again, 'take.contact': 'theirs' })).status).toBe(303);
		expect(await prospectById(db, 'p-1')).toMatchObject({ contact: '甲', name: { zh: '示例水环境研究所' }, nextStep: '对方的下一步' });
		expect((await historyOf(db, 'prospect', 'p-1'))[0]?.reason).toBe('电话核实');
	});
});

describe('the history', () => {
	test('tells every change in words, and takes one back while later changes of other fields stay', async () => {
		const base = prospectOf('p-5', { name: { zh: '示例历史单位' }, city: '320200', probability: 0.25 });
		await writeProspects(db, [base]);
		await writeProspects(db, [{ ...base, probability: 0.8 }]);
		await writeProspects(db, [{ ...base, probability: 0.8, contact: '丙' }]);
		const { body } = await get(`${ROOT}/p-5/history`, viewer);
		for (const words of ['无锡市', '加盟概率（%）', '25%', '80%', '联系人', '已识别']) expect(body, words).toContain(words);
		for (const code of ['>stageSince<', '>nextStepOn<', '{"zh"', '>320200<']) expect(body, code).not.toContain(code);
		expect(body).not.toContain('action="?/undo"');
		const change = async (version: number) => String((await historyOf(db, 'prospect', 'p-5')).find((each) => each.version === version)?.id);
		const undone = await post('/p-5/history?/undo', { change: await change(2), reason: '记错' });
		expect([undone.status, undone.location]).toEqual([303, `${ROOT}/p-5/history?undone=1`]);
		expect(await prospectById(db, 'p-5')).toMatchObject({ probability: 0.25, contact: '丙' });
	});

	test('offers to choose in the form where a field was changed again since', async () => {
		const base = prospectOf('p-6', { name: { zh: '示例再改单位' } });
		for (const contact of ['甲', '乙', '丙']) await writeProspects(db, [{ ...base, contact }]);
		const [, second] = await historyOf(db, 'prospect', 'p-6');
		const blocked = await post('/p-6/history?/undo', { change: String(second?.id) });
		expect(blocked.status).toBe(409);
		expect(blocked.body).toContain(`href="${ROOT}/p-6/edit?undo=2"`);
		const form = await get(`${ROOT}/p-6/edit?undo=2`);
		expect(form.body).toContain('name="take.contact"');
		expect(form.body).toMatch(/<textarea id="field-contact"[^>]*>甲</);
		expect((await post('/p-6/edit', { version: '3', base: '2', contact: '甲', ask: 'contact', 'take.contact': 'mine' })).status).toBe(303);
		expect(await prospectById(db, 'p-6')).toMatchObject({ contact: '甲' });
	});

	test('of a retired prospect is where its address leads, and brings it back', async () => {
		await writeProspects(db, [prospectOf('p-7', { name: { zh: '示例撤下单位' } })]);
		expect((await post('/p-7?/retire', { version: '1' })).status).toBe(303);
		expect((await desk.get(`${ROOT}/p-7`)).headers.get('location')).toBe(`${ROOT}/p-7/history`);
		const page = await get(`${ROOT}/p-7/history`);
		expect(page.body).toContain('这条记录已停用');
		const [retired] = await historyOf(db, 'prospect', 'p-7');
		expect((await post('/p-7/history?/undo', { change: String(retired?.id) })).status).toBe(303);
		expect((await get(`${ROOT}/p-7`)).status).toBe(200);
	});
});

describe('conversion', () => {
	test('makes member, membership and the end of the prospect together, and only once', async () => {
		const form = { version: '1', nameZh: '示例意向p-3', kind: 'park', city: '320200', cityBasis: 'stated', joined: '2026-11-20', eventId: 'liuchengshi-jiameng-2023', sourceId: 'wuxi-ribao-2023-09-27', distinct: 'yes' };
		expect((await post('/p-3/convert', form)).headers.get('location')).toBe(`${ROOT}/p-3`);
		const prospect = await prospectById(db, 'p-3');
		expect(prospect).toMatchObject({ stage: 'converted', stageSince: '2026-11-20' });
		const memberId = prospect?.memberId ?? '';
		expect(await membershipsOf(db, memberId)).toMatchObject([{ eventId: 'liuchengshi-jiameng-2023', joined: { on: '2026-11-20' } }]);
		expect((await get(`/members/${memberId}`)).body).toContain('示例意向p-3');
		const before = await dataVersion(db);
		expect((await post('/p-3/convert', { ...form, version: '2' })).status).toBe(409);
		expect(await dataVersion(db)).toBe(before);
	});

	test('is taken back as one: the member is retired, and the prospect goes on where it stood', async () => {
		await writeProspects(db, [prospectOf('p-8', { name: { zh: '示例误登单位' }, stage: 'negotiating' })]);
		expect((await post('/p-8/convert', { version: '1', nameZh: '示例误登单位', kind: 'park', city: '320200', cityBasis: 'by_name', joined: '2026-11-20' })).status).toBe(303);
		const memberId = (await prospectById(db, 'p-8'))?.memberId ?? '';
		const [joined] = await historyOf(db, 'prospect', 'p-8');
		const page = await get(`${ROOT}/p-8/history`);
		expect(page.body).toContain(`href="/staff/changes/${joined?.batchId}"`);
		expect((await desk.post(`/staff/changes/${joined?.batchId}?/undo`, {})).location).toBe('/staff/changes?undone=3');
		expect(await prospectById(db, 'p-8')).toMatchObject({ stage: 'negotiating', memberId: null });
		expect((await get(`/members/${memberId}`)).status).toBe(404);
	});

	test('refuses what looks like a member, and a batch or source there is none of, writing nothing', async () => {
		await writeProspects(db, [prospectOf('p-4', { name: { zh: '红豆集团有限公司' } })]);
		const before = await dataVersion(db);
		const form = { version: '1', nameZh: '红豆集团有限公司', kind: 'enterprise', city: '320200', cityBasis: 'by_name', joined: '2026-11' };
		const alike = await post('/p-4/convert', form);
		expect([alike.status, alike.body.includes('/members/hongdou-jituan')]).toEqual([409, true]);
		expect((await post('/p-4/convert', { ...form, distinct: 'yes', cityBasis: 'stated' })).body).toContain('请选择来源，或改选其他依据');
		expect((await post('/p-4/convert', { ...form, distinct: 'yes', eventId: 'no-such-event' })).status).toBe(400);
		expect((await post('/p-4/convert', { ...form, distinct: 'yes', sourceId: 'no-such-source' })).status).toBe(400);
		expect(await dataVersion(db)).toBe(before);
	});
});

test('whatever is sent to any action: no failure, nothing written where it is refused, and nothing by halves', async () => {
	const text = fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom('', '示例', '2026-11-01', '320200', '320205', 'park', '50', 'yes', 'p-1', 'x'.repeat(7000)));
	const id = fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4', 'none');
	const fields = fc.dictionary(
		fc.constantFrom('id', 'version', 'to', 'note', 'reason', 'lostReason', 'distinct', 'base', 'ask', 'take.contact', 'change', ...PROSPECT_FIELDS, ...CONVERSION_FIELDS),
		fc.oneof(text, fc.constantFrom(...STAGES), fc.integer({ min: 0, max: 6 }).map(String)),
		{ maxKeys: 14 }
	);
	const path = fc.tuple(id, fc.constantFrom('?/move', '?/back', '/new', 'ID?/move', 'ID?/note', 'ID?/retire', 'ID/edit', 'ID/convert', 'ID/lose', 'ID/history?/undo'));
	await fc.assert(
		fc.asyncProperty(path, fields, async ([of, action], sent) => {
			const before = await dataVersion(db);
			const answer = await post(action.replace('ID', `/${of}`), { id: of, ...sent });
			expect(answer.status, `${action} ${JSON.stringify(sent)}`).toBeLessThan(500);
			if (answer.status >= 400) expect(await dataVersion(db)).toBe(before);
		}),
		{ numRuns: 150 }
	);
	for (const prospect of await openProspects(db)) expect(v.safeParse(prospectSchema, prospect).success).toBe(true);
	const ended = (await allRecords(db, 'prospect')).filter(({ memberId }) => memberId !== null);
	for (const { memberId } of ended) expect(await membershipsOf(db, memberId ?? '')).toHaveLength(1);
	for (const prospect of await allRecords(db, 'prospect')) expect(await historyOf(db, 'prospect', prospect.id)).toHaveLength(await versionOf(prospect.id));
}, 240_000);
