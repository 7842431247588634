import { describe, expect, test } from 'vitest';
import { createImport, importById, importFile, interruptImports, listImports, moveImport, sweepImports } from '#db/queries/import-job.ts';
import { rememberedLayout, rememberLayout } from '#db/queries/import-layout.ts';
import { allRows, listRows } from '#db/queries/import-row.ts';
import { changesOf } from '#db/queries/history.ts';
import { allRecords, recordById } from '#db/queries/read.ts';
import { saveRecord } from '#db/queries/record.ts';
import { recountMovements } from '#db/queries/tally.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { loadSeed } from '#db/seeds/load.ts';
import type { Db } from '#db/schema.ts';
import { BLANK_MEANS } from '#domain/import/draft.ts';
import type { ImportJob } from '#domain/import/job.ts';
import type { ImportType } from '#domain/import/column.ts';
import type { Issue } from '#domain/import/issue.ts';
import type { Member } from '#domain/member.ts';
import { issueMessage } from '#lib/i18n/import-issue.ts';
import { cellText, type SheetRow } from '#domain/import/table.ts';
import { exportTable } from '#lib/server/importer/export.ts';
import { readTable } from '#lib/server/importer/reader.ts';
import { answerStep, checkStep, commitStep, readStep, type StepContext } from '#lib/server/importer/step.ts';
import { makeWorkbook, type MadeCell } from '#tests/records/workbook.ts';
import { onEachDatabase, write } from './databases.ts';
import { minute } from './samples.ts';

const TODAY = '2026-11-22';
const NOW = '2026-11-22T04:00:00.000Z';
const RUNNER = 'test';

async function begin(db: Db, content: Buffer, type: ImportType = 'members', fileName = '名单.xlsx'): Promise<StepContext> {
	const { id } = await createImport(db, { type, fileName, actor: 'person:test', locale: 'zh-CN', content }, RUNNER, NOW);
	const context: StepContext = { db, jobId: id, today: TODAY, progress: () => undefined, exclusively: (work) => work() };
	await readStep(context);
	return context;
}

const job = async ({ db, jobId }: StepContext) => (await importById(db, jobId)) as ImportJob;

async function check(context: StepContext): Promise<ImportJob> {
	await moveImport(context.db, context.jobId, ['columns', 'checked'], 'checking');
	await checkStep(context);
	return job(context);
}

async function commit(context: StepContext): Promise<ImportJob> {
	await moveImport(context.db, context.jobId, ['checked'], 'committing');
	await commitStep({ ...context, reason: '年会名单' });
	return job(context);
}

const HEADER = ['序号', '单位名称', '单位类别', '所在地', '区县', '入盟时间', '批次', '官网', '备注'];
const messy = (rows: Record<number, readonly MadeCell[]>) =>
	makeWorkbook({ sheets: [{ name: '2026年会', rows: { 1: ['联盟成员单位一览表'], 3: HEADER, ...rows }, merges: ['A1:I1'] }] });

onEachDatabase(({ open }) => {
	describe('an import', () => {
		const filled = async () => {
			const db = await open();
			await loadSeed(db, alliance, minute(0));
			return db;
		};

		test('says what would become of each row, writes it in one go, and the same file again changes nothing', async () => {
			const db = await filled();
			const file = messy({
				4: [1, '示例太湖生态研究院', '研究院', '江苏省无锡市', '滨湖区', { xml: '<c{r} s="2"><v>45352</v></c>' }, null, 'www.example.org', null],
				5: [2, '红豆集团', '企业', '无锡', null, null, null, null, '新的备注'],
				6: [3, '示例嘉兴博物馆', '博物馆', '嘉興', null, '2024.3.5', null, null, null],
				8: [4, '示例苏州大学', '高校', '苏州市', '沧浪区', '二〇二四年三月', null, null, null],
				9: [5, null, null, null, null, null, null, null, null]
			});
			const context = await begin(db, file);
			expect(await job(context)).toMatchObject({ state: 'columns', layout: { mappings: [{ 1: 'name', 2: 'kind', 3: 'city', 4: 'district', 5: 'joined', 6: 'event', 7: 'website', 8: 'remark' }] } });
			const checked = await check(context);
			expect(checked).toMatchObject({ state: 'checked', counts: { new: 2, changed: 1, same: 0, rejected: 1, duplicate: 0, blank: 2 } });
			expect((await listRows(db, context.jobId, 'rejected', { from: 0, limit: 10 })).rows).toMatchObject([{ line: 6, issues: [{ column: 'city', code: 'place_unknown' }] }]);
			const before = (await allRecords(db, 'member')).length;
			const done = await commit(context);
			expect(done).toMatchObject({ state: 'committed', batchId: `import-${context.jobId}` });
			const members = await allRecords(db, 'member');
			expect(members.length).toBe(before + 2);
			const made = members.find(({ name }) => name.zh === '示例太湖生态研究院');
			expect(made).toMatchObject({ id: 'shilitaihushengtaiyanjiuyuan', city: '320200', district: '320211', cityBasis: 'stated', website: 'http://www.example.org' });
			const memberships = await allRecords(db, 'membership');
			expect(memberships.find(({ memberId }) => memberId === made?.id)?.joined).toEqual({ on: '2024-03-31', precision: 'month' });
			expect(members.find(({ name }) => name.zh === '示例苏州大学')?.district).toBe('320508');
			expect(members.find(({ name }) => name.zh === '红豆集团')?.remark?.zh).toBe('新的备注');
			expect(await changesOf(db, done.batchId as string)).toHaveLength(5);
			const counted = await db.selectFrom('movement').selectAll().orderBy('city').orderBy('district').orderBy('kind').orderBy('event_id').orderBy('day').execute();
			await write(db, recountMovements);
			expect(await db.selectFrom('movement').selectAll().orderBy('city').orderBy('district').orderBy('kind').orderBy('event_id').orderBy('day').execute()).toEqual(counted);

			const again = await begin(db, file);
			expect((await check(again)).counts).toEqual({ new: 0, changed: 0, same: 3, rejected: 1, duplicate: 0, blank: 2 });
		});

		test.each(['members', 'prospects'] as const)('what is exported of %s is imported as the same, in both languages and forms, whatever blanks mean', async (type) => {
			const db = await filled();
			await commit(await checkedOf(await begin(db, prospects(), 'prospects')));
			for (const form of ['xlsx', 'csv'] as const)
				for (const locale of ['zh-CN', 'en'] as const)
					for (const blank of BLANK_MEANS) {
						const context = await begin(db, await exportTable(db, { type, form, locale }), type, `x.${form}`);
						const { layout } = await job(context);
						await moveImport(db, context.jobId, ['columns'], 'columns', { layout: { ...layout, blank } });
						const { counts } = await check(context);
						const all = (await allRecords(db, type === 'members' ? 'membership' : 'prospect')).length;
						const wrong = await allRows(db, context.jobId, ['rejected', 'duplicate', 'changed']);
						expect(wrong.map(({ name, issues, changes }) => [name, issues, changes]), `${form} ${locale} ${blank}`).toEqual([]);
						expect(counts, `${form} ${locale} ${blank}`).toMatchObject({ new: 0, same: all, blank: 0 });
					}
		});

		test('a possible duplicate waits for a decision; each decision does what it says', async () => {
			const db = await filled();
			const rows = { 4: [1, '红豆集团有限公司', '企业', '无锡', null, '2024-01-05', null, null, null] };
			const context = await begin(db, messy(rows));
			expect((await check(context)).counts).toMatchObject({ duplicate: 1, new: 0 });
			const [row] = (await listRows(db, context.jobId, 'duplicate', { from: 0, limit: 10 })).rows;
			expect(row?.candidates).toEqual([{ id: 'hongdou-jituan', why: 'core' }]);
			for (const [decision, counts] of [['new', { new: 1, duplicate: 0 }], ['skip', { new: 0, duplicate: 1 }], ['=hongdou-jituan', { changed: 1, duplicate: 0 }], ['=nobody', { duplicate: 1 }]] as const) {
				await moveImport(db, context.jobId, ['checked'], 'checked', { decisions: { '0:4': decision } });
				expect((await check(context)).counts, decision).toMatchObject(counts);
			}
		});

		test('a point must lie where the row says; one that stood there before, confirmed by somebody, stays', async () => {
			const db = await filled();
			const header = ['单位名称', '单位类别', '城市', '区县', '入盟时间', '经度', '纬度', '坐标系'];
			const row = (name: string, city: string, district: string | null, [lon, lat]: readonly [number, number]): readonly MadeCell[] => [name, '企业', city, district, '2024', lon, lat, 'WGS-84'];
			const [wuxi, wujiang, beijing] = [[120.2935, 31.5275], [120.6383, 31.1384], [116.4, 39.9]] as const;
			const book = (rows: readonly (readonly MadeCell[])[]) => makeWorkbook({ sheets: [{ name: '点位', rows: Object.fromEntries([header, ...rows].map((cells, i) => [i + 1, cells])) }] });
			const context = await begin(db, book([row('示例点甲', '无锡', null, wuxi), row('示例点乙', '无锡', null, wujiang), row('示例点丙', '苏州', '虎丘区', wujiang), row('示例点丁', '苏州', null, beijing), row('示例点戊', '苏州', '吴江区', wujiang)]));
			expect((await check(context)).counts).toMatchObject({ new: 2, rejected: 3 });
			const wrong = await allRows(db, context.jobId, ['rejected']);
			const elsewhere = { column: 'lon', code: 'point_elsewhere', detail: '苏州市吴江区|Wujiang District, Suzhou (Jiangsu)' };
			expect(wrong.map(({ name, issues }) => [name, ...issues])).toEqual([['示例点乙', elsewhere], ['示例点丙', elsewhere], ['示例点丁', { column: 'lon', code: 'point_nowhere', detail: '' }]]);
			expect(issueMessage(elsewhere as Issue, 'zh-CN')).toContain('坐标位于苏州市吴江区，与所填');
			expect((await commit(context)).state).toBe('committed');

			const made = (await allRecords(db, 'member')).find(({ name }) => name.zh === '示例点甲') as Member;
			const moved = { ...made, point: { lon: wujiang[0], lat: wujiang[1] } };
			await write(db, (trx) => saveRecord(trx, 'member', moved, { expectedVersion: 1, at: NOW, actor: 'person:test', reason: '已核对' }));
			const kept = await begin(db, book([[...row('示例点甲', '无锡', null, wujiang)]]));
			expect((await check(kept)).counts).toMatchObject({ same: 1, rejected: 0 });
		});

		test('nothing is written where the record has moved on; the new differences are shown', async () => {
			const db = await filled();
			const context = await begin(db, messy({ 4: [1, '红豆集团', null, null, null, null, null, null, '甲'], 5: [2, '示例新单位', '企业', '无锡', null, '2024', null, null, null] }));
			await check(context);
			const other = await begin(db, messy({ 4: [1, '红豆集团', null, null, null, null, null, null, '乙'] }));
			await check(other);
			expect((await commit(other)).state).toBe('committed');
			expect(await commit(context)).toMatchObject({ state: 'checked', message: { code: 'record_changed' } });
			expect((await recordById(db, 'member', 'hongdou-jituan'))?.remark?.zh).toBe('乙');
			expect((await allRecords(db, 'member')).some(({ name }) => name.zh === '示例新单位')).toBe(false);
			expect((await commit(context)).state).toBe('committed');
			expect((await recordById(db, 'member', 'hongdou-jituan'))?.remark?.zh).toBe('甲');
		});

		test('the answer is the same workbook with the errors in it; corrected and sent again they are gone', async () => {
			const db = await filled();
			const context = await begin(db, messy({ 4: [1, '示例甲', '企业', '不知何处', null, '2024', null, null, null], 5: [2, '示例乙', '企业', '无锡', null, '某年', null, null, null] }));
			await check(context);
			const answer = Buffer.from(await answerStep(context));
			const [sheet] = await readTable(answer, { name: 'x' });
			expect(sheet?.rows.map(({ cells }) => cells[9] ?? null)).toEqual([null, '错误', expect.stringContaining('所在城市：未识别「不知何处」'), expect.stringContaining('加盟日期')]);
			const texts = (rows: readonly SheetRow[] = []) => rows.map(({ line, cells }) => [line, ...HEADER.map((_, i) => cellText(cells[i]))]);
			const [given] = await readTable((await importFile(db, context.jobId)) as Buffer, { name: 'x' });
			expect(texts(sheet?.rows)).toEqual(texts(given?.rows));
			const second = await begin(db, answer);
			expect((await job(second)).layout.mappings[0]).not.toHaveProperty('9');
			await check(second);
			expect(Buffer.from(await answerStep(second)).length).toBeGreaterThan(1000);
		});

		test('what is chosen for a layout is remembered; imports are listed, interrupted and swept', async () => {
			const db = await filled();
			await rememberLayout(db, 'members', 'a|b', { a: 'name' }, NOW);
			await rememberLayout(db, 'members', 'a|b', { a: 'city' }, NOW);
			expect(await rememberedLayout(db, 'members', 'a|b')).toEqual({ a: 'city' });
			expect(await rememberedLayout(db, 'prospects', 'a|b')).toEqual({});
			const { id } = await createImport(db, { type: 'members', fileName: 'x.csv', actor: 'person:x', locale: 'en', content: Buffer.from('a') }, RUNNER, NOW);
			expect(await interruptImports(db, RUNNER, '2027-01-01T00:00:00.000Z')).toBe(0);
			expect(await interruptImports(db, 'another', '2027-01-01T00:00:00.000Z')).toBe(1);
			expect((await importById(db, id))?.state).toBe('interrupted');
			expect((await listImports(db, 5)).map((each) => each.id)).toEqual([id]);
			await sweepImports(db, '2027-01-01T00:00:00.000Z');
			expect(await importFile(db, id)).toBeNull();
			expect((await importById(db, id))?.hasFile).toBe(false);
		});
	});
});

async function checkedOf(context: StepContext): Promise<StepContext> {
	await check(context);
	return context;
}

function prospects(): Buffer {
	return makeWorkbook({
		manner: 'inline',
		sheets: [
			{
				name: '意向',
				rows: {
					1: ['名称', '城市', '阶段', '把握', '下一步', '下一步日期', '类型'],
					2: ['示例意向甲', '宁波', '洽谈中', '35%', '=1+1 走访\n再议', { xml: '<c{r} s="1"><v>46400</v></c>' }, '园区'],
					3: ['示例意向乙', '慈溪市', '线索', null, '@联系', null, null]
				}
			}
		]
	});
}
