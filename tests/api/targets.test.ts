import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyOf } from '#db/queries/history.ts';
import { countMembers } from '#db/queries/member.ts';
import { listTargets } from '#db/queries/target.ts';
import type { Db } from '#db/schema.ts';
import { BLANK_TARGET, TARGET_FIELDS } from '#domain/target-form.ts';
import { citiesOf } from '#geo/regions/city.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let db: Db;
let viewer: string;

beforeAll(async () => {
	desk = await openDesk();
	({ db, viewer } = desk);
});
afterAll(() => desk?.stop());

const GOOD = { ...BLANK_TARGET, nameZh: '江苏成员数', province: '320000', start: '2026-01-01', due: '2027-12-31', value: '20', reason: '秘书处会议通过' };

const post = (path: string, fields: Record<string, string>, cookie?: string) => desk.post(path, fields, cookie);
const read = async (path: string, cookie = viewer): Promise<string> => {
	const { status, body } = await desk.get(path, cookie);
	expect(status, path).toBe(200);
	return body;
};

/** Makes a target by the form; its identifier. */
async function make(over: Partial<typeof GOOD> = {}): Promise<string> {
	const response = await post('/staff/targets/new', { ...GOOD, ...over });
	expect(response.status).toBe(303);
	return response.location.split('/').at(-1) as string;
}

describe('making a target', () => {
	test('it stands in the list and on its page, in both languages, with its history', async () => {
		const id = await make({ nameEn: 'Members in Jiangsu' });
		const [list, page, english] = [await read('/staff/targets'), await read(`/staff/targets/${id}`), await read(`/en/staff/targets/${id}`)];
		expect(list).toContain('江苏成员数');
		const jiangsu = citiesOf('320000').map(({ adcode }) => adcode);
		expect(page).toContain(`${await countMembers(db, { at: '2026-11-22', active: true, cities: jiangsu })} 家`);
		expect(page).toContain('秘书处会议通过');
		expect(page).toContain('示例编辑');
		expect(english).toContain('Members in Jiangsu');
		expect(english).toContain('straight pace');
	});

	test('a form sent twice makes one target', async () => {
		const id = 'mubiao-00000000-0000-4000-8000-000000000001';
		const before = (await listTargets(db)).length;
		for (let i = 0; i < 2; i++) expect((await post('/staff/targets/new', { ...GOOD, id })).status).toBe(303);
		expect((await listTargets(db)).length).toBe(before + 1);
		expect((await post('/staff/targets/new', { ...GOOD, id, value: '25' })).status).toBe(409);
	});

	test('what is wrong is said at its field, and what was typed is kept', async () => {
		const response = await post('/staff/targets/new', { ...GOOD, nameZh: '写了一半<b>', due: '2025-01-01', value: '十', reason: '' });
		const page = response.body;
		expect(response.status).toBe(400);
		for (const words of ['写了一半&lt;b>', '到期日应晚于起始日。', '请填写数字，如 40。', '请填写这一项。', 'value="十"']) expect(page).toContain(words);
		for (const [over, words] of [
			[{ province: '330000', city: '320200' }, '没有共同的地区'],
			[{ group: 'no_such_group' }, '没有共同的地区'],
			[{ partOf: 'nobody' }, '所选的总目标已不存在。'],
			[{ metric: 'projects', kind: 'park' }, '项目不分成员类别']
		] as const) {
			const refused = await post('/staff/targets/new', { ...GOOD, ...over });
			expect(refused.status).toBe(400);
			expect(refused.body).toContain(words);
		}
	});
});

describe('changing a target', () => {
	test('each change is kept with its reason; a stale one is told what changed and can be saved again', async () => {
		const id = await make();
		const edit = `/staff/targets/${id}/edit`;
		expect((await post(edit, { ...GOOD, value: '24', version: '1', reason: '上调' })).status).toBe(303);
		const stale = await post(edit, { ...GOOD, value: '22', due: '2028-12-31', version: '1', reason: '另一人' });
		expect(stale.status).toBe(409);
		expect(stale.body).toContain('他人已先保存了改动');
		expect(stale.body).toMatch(/name="version" value="2"/);
		expect(stale.body).toContain('value="2028-12-31"');
		expect([...stale.body.matchAll(/name="ask" value="(\w+)"/g)].map(([, field]) => field)).toEqual(['value']);
		const undecided = await post(edit, { ...GOOD, value: '22', version: '2', base: '1', ask: 'value', reason: '另一人' });
		expect(undecided.status).toBe(409);
		expect(undecided.body).toContain('请选择采用哪一方的内容。');
		expect((await post(edit, { ...GOOD, value: '22', reason: '没有版本' })).status).toBe(409);
		expect((await post(edit, { ...GOOD, value: '22', version: '2', base: '1', ask: 'value', 'take.value': 'mine', reason: '商定' })).status).toBe(303);
		expect((await historyOf(db, 'target', id)).map(({ version, reason, record }) => [version, reason, record.value])).toEqual([
			[3, '商定', 22],
			[2, '上调', 24],
			[1, '秘书处会议通过', 20]
		]);
		expect(await read(`/staff/targets/${id}`)).toContain('原为24');
	});

	test('where two change different fields, both changes are in the form that comes back', async () => {
		const id = await make();
		const edit = `/staff/targets/${id}/edit`;
		expect((await post(edit, { ...GOOD, group: 'yrd_core_27', province: '', version: '1', reason: '改范围' })).status).toBe(303);
		const stale = await post(edit, { ...GOOD, value: '22', version: '1', reason: '改数' });
		expect(stale.status).toBe(409);
		expect(stale.body).not.toContain('name="ask"');
		expect(stale.body).toMatch(/<option value="yrd_core_27" selected/);
		expect(stale.body).toMatch(/name="value"[^>]*value="22"|value="22"[^>]*name="value"/);
	});

	test('the history tells changes in words, takes one back, and leads to the form where it was overtaken', async () => {
		const id = await make({ nameZh: '可撤销的目标', metric: 'coverage', value: '50' });
		const edit = `/staff/targets/${id}/edit`;
		expect((await post(edit, { ...GOOD, nameZh: '可撤销的目标', metric: 'coverage', value: '60', version: '1' })).status).toBe(303);
		const change = async (version: number) => String((await historyOf(db, 'target', id)).find((each) => each.version === version)?.id);
		const page = await read(`/staff/targets/${id}/history`);
		for (const words of ['城市覆盖率', '50%', '60%', '江苏省', '2027年12月31日']) expect(page, words).toContain(words);
		expect(page).not.toContain('{"');
		expect((await post(`/staff/targets/${id}/history?/undo`, { change: await change(2) })).location).toBe(`/staff/targets/${id}/history?undone=1`);
		expect((await historyOf(db, 'target', id))[0]?.record.value).toBe(0.5);
		const blocked = await post(`/staff/targets/${id}/history?/undo`, { change: await change(2) });
		expect(blocked.status).toBe(303);
		expect((await post(edit, { ...GOOD, nameZh: '可撤销的目标', metric: 'coverage', value: '70', version: '3' })).status).toBe(303);
		const overtaken = await post(`/staff/targets/${id}/history?/undo`, { change: await change(2) });
		expect(overtaken.status).toBe(409);
		expect(overtaken.body).toContain(`href="${edit}?undo=2"`);
		const { body } = await desk.get(`${edit}?undo=2`);
		expect(body).toContain('name="take.value"');
		expect((await post(`/staff/targets/${id}/history?/undo`, { change: '1' }, viewer)).status).toBe(403);
	});

	test('no target becomes a part of its own part', async () => {
		const whole = await make({ nameZh: '总目标' });
		const part = await make({ nameZh: '部分', partOf: whole, city: '320200', value: '12' });
		const refused = await post(`/staff/targets/${whole}/edit`, { ...GOOD, partOf: part, version: '1' });
		expect(refused.status).toBe(400);
		expect(refused.body).toContain('目标不能属于自己或自己的部分。');
		expect(await read(`/staff/targets/${whole}`)).toContain('各部分合计 12，总目标 20，少 8。');
	});

	test('a retired target is listed no more, keeps its page and comes back', async () => {
		const id = await make({ nameZh: '将停用的目标' });
		expect((await post(`/staff/targets/${id}?/retire`, { version: '1' })).status).toBe(303);
		expect(await read('/staff/targets')).not.toContain('将停用的目标');
		expect(await read(`/staff/targets/${id}`)).toContain('这个目标已停用');
		expect((await post(`/staff/targets/${id}/edit`, { ...GOOD, version: '2' })).status).toBe(409);
		expect((await post(`/staff/targets/${id}?/retire`, { version: '1' })).status).toBe(409);
		expect((await post(`/staff/targets/${id}?/restore`, { version: '2', reason: '误停' })).status).toBe(303);
		expect(await read('/staff/targets')).toContain('将停用的目标');
	});

	test('one that is behind or at risk stands on the first page of the desk; one that is reached does not', async () => {
		await make({ nameZh: '遥不可及的目标', start: '2026-11-01', due: '2026-12-31', value: '900' });
		await make({ nameZh: '早已达成的目标', start: '2026-01-01', due: '2026-12-31', value: '1' });
		const [zh, en] = [await read('/staff'), await read('/en/staff')];
		expect(zh).toContain('落后或有风险的目标');
		expect(zh).toContain('遥不可及的目标');
		expect(/<table[\s\S]*?<\/table>/.exec(zh)?.[0]).not.toContain('早已达成的目标');
		expect(en).toContain('Targets behind or at risk');
	});

	test('a day of the past shows the record of that day', async () => {
		const id = await make({ province: '', start: '2020-11-01', due: '2026-12-31', value: '30' });
		expect(await read(`/staff/targets/${id}?at=2022-06-30`)).toContain('12 家');
		expect(await read(`/staff/targets/${id}`)).toContain('20 家');
	});
});

describe('who may', () => {
	test('leadership sees and changes nothing; nobody else sees', async () => {
		const id = await make({ nameZh: '不得外传' });
		const page = await read(`/staff/targets/${id}`, viewer);
		expect(page).not.toContain(`/staff/targets/${id}/edit`);
		for (const path of ['/staff/targets/new', `/staff/targets/${id}/edit`, `/staff/targets/${id}?/retire`, `/staff/targets/${id}?/restore`]) {
			expect((await post(path, { ...GOOD, version: '1' }, viewer)).status, path).toBe(403);
			expect((await post(path, { ...GOOD, version: '1' }, '')).status, path).toBe(401);
		}
		for (const path of ['/staff/targets', `/staff/targets/${id}`, '/staff/targets/method', '/staff/targets/new']) {
			const response = await desk.get(path, '');
			expect([response.status, response.headers.get('location')], path).toEqual([303, expect.stringContaining('/login?to=')]);
		}
		for (const path of ['/', '/provinces/320000', '/search?q=不得', `/staff/targets/${id}/__data.json`])
			expect((await desk.get(path, '')).body, path).not.toContain('不得外传');
		expect((await historyOf(db, 'target', id)).length).toBe(1);
	});

	test('there is no target that never was', async () => {
		for (const path of ['/staff/targets/none', '/staff/targets/none/edit']) expect((await desk.get(path)).status).toBe(404);
		expect((await post('/staff/targets/none/edit', { ...GOOD, version: '1' })).status).toBe(404);
		expect((await post('/staff/targets/none?/retire', { version: '1' })).status).toBe(404);
	});
});

test('whatever is sent, the server answers, and writes a whole target or nothing', async () => {
	const id = await make({ nameZh: '生成输入' });
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom('', '0', '40', '90%', '2026-01-01', '2027-12-31', '2100-12-31', '0001-01-01', '9999-12-31', 'coverage', 'members', 'projects', '320200', '310000', 'yrd_core_27', 'park', id, '\u0000', '\ud800', "';--", '1'.repeat(400))
	);
	const fields = fc.uniqueArray(fc.tuple(fc.constantFrom(...TARGET_FIELDS, 'version', 'id', 'base', 'ask', 'take.value'), text), { selector: ([field]) => field });
	await fc.assert(
		fc.asyncProperty(fields, fc.constantFrom('/staff/targets/new', `/staff/targets/${id}/edit`, `/staff/targets/${id}?/retire`, `/staff/targets/${id}?/restore`), fc.boolean(), async (given, path, nearlyGood) => {
			const before = (await db.selectFrom('revision').select((eb) => eb.fn.countAll<number>().as('n')).where('record_type', '=', 'target').executeTakeFirstOrThrow()).n;
			const response = await post(path, nearlyGood ? { ...GOOD, ...Object.fromEntries(given.slice(0, 2)) } : Object.fromEntries(given));
			expect([303, 400, 409]).toContain(response.status);
			const after = (await db.selectFrom('revision').select((eb) => eb.fn.countAll<number>().as('n')).where('record_type', '=', 'target').executeTakeFirstOrThrow()).n;
			expect(after - before).toBeLessThanOrEqual(response.status === 303 ? 1 : 0);
			expect((await desk.get('/staff/targets', viewer)).status).toBe(200);
		}),
		{ numRuns: 80 }
	);
	const broken = await fetch(`${desk.origin}/staff/targets/new`, { method: 'POST', body: 'no boundary', headers: { origin: desk.origin, cookie: desk.editor, 'content-type': 'multipart/form-data' } });
	expect(broken.status).toBe(400);
}, 240_000);
