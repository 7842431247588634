import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#domain/locale.ts';
import { evaluate } from '#domain/target-evaluation.ts';
import { checkParts } from '#domain/target-parts.ts';
import { targetSchema, type TargetInput } from '#domain/target.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { targetSentence } from '#lib/i18n/target-sentence.ts';
import { formatChance, signedNumber, targetValue } from '#lib/i18n/target-value.ts';
import { NARROW, WIDE } from '../chart/plot.ts';
import { burnUpFrame, burnUpOf, burnUpOption, burnUpRows, burnUpWords } from './burnup.ts';
import { chanceScene, gapScene } from './gap-scene.ts';
import { partsWords } from './parts.ts';
import { rowOf, scopeWords } from './row.ts';
import { isInScope, measure, scopedOf, scopeOfTarget, type TargetRecord } from './scope.ts';

const WHEN = { at: '2026-06-30', today: '2026-06-30' };
const joined = (place: string | null, on: string, n: number) => ({ place, kind: 'park' as const, on, joined: n, left: 0 });
const RECORD: TargetRecord = {
	founded: '2020-11-21',
	groups: [
		{ id: 'lakeside', name: { zh: '环湖', en: 'Lakeside' }, areas: ['320500', '330500', '320214'] },
		{ id: 'core', name: { zh: '中心区', en: null }, areas: ['320200', '320500'] }
	],
	movements: [joined('320200', '2020-11-21', 590), joined('320500', '2024-06-01', 8), joined(null, '2025-06-01', 4), joined('330500', '2026-04-01', 2)],
	districts: [joined('320214', '2020-11-21', 5), joined(null, '2020-11-21', 580)],
	projects: [
		{ since: '2025-01-01', status: null, category: 'research', cities: ['320200', '320500'], projects: 3 },
		{ since: null, status: null, category: 'research', cities: [], projects: 1 }
	],
	prospects: [
		{ city: '320200', district: '320214', kind: null, chance: 0.5, expected: '2026-12-01' },
		{ city: '341100', district: null, kind: 'park', chance: 0.8, expected: null },
		{ city: null, district: null, kind: 'park', chance: 0.4, expected: null }
	],
	conversions: []
};

const target = (over: Partial<TargetInput> = {}) =>
	v.parse(targetSchema, { id: 't', name: { zh: '示例目标', en: 'Example target' }, metric: 'members', start: '2026-01-01', due: '2026-12-31', value: 640, ...over });
const measured = (over: Partial<TargetInput> = {}) => measure(target(over), RECORD, WHEN)!;

describe('the scope of a target', () => {
	it('counts what the dashboard counts there, districts of a group included', () => {
		expect(measured().evaluation.actual).toBe(604);
		expect(measured({ scope: { groupId: 'lakeside' } }).evaluation.actual).toBe(15);
		expect(measured({ scope: { groupId: 'lakeside' }, metric: 'cities', value: 3 }).evaluation).toMatchObject({ of: 3, actual: 3 });
		expect(measured({ scope: { groupId: 'core', province: '320000' }, metric: 'projects', value: 5 }).evaluation.actual).toBe(3);
		expect(measured({ scope: { kind: 'museum' } }).evaluation.actual).toBe(0);
	});

	it('does not exist where a place is unknown, a group is gone, or places have nothing in common', () => {
		const scopes = [{ city: '320299' }, { province: '350000' }, { groupId: 'gone' }, { province: '330000', city: '320200' }, { province: '340000', groupId: 'core' }];
		for (const scope of scopes) expect(scopeOfTarget(target({ scope }), RECORD.groups), JSON.stringify(scope)).toBeNull();
		expect(measure(target({ scope: { groupId: 'gone' } }), RECORD, WHEN)).toBeNull();
		expect(scopeOfTarget(target({ scope: { province: '310000' } }), RECORD.groups)?.places).toEqual(['310000']);
	});

	it('holds prospects by their district too; what is not known of one counts only where nothing is asked for', () => {
		const lakeside = scopeOfTarget(target({ scope: { groupId: 'lakeside' } }), RECORD.groups)!;
		const whole = scopeOfTarget(target(), RECORD.groups)!;
		expect(RECORD.prospects.map((prospect) => isInScope(prospect, lakeside, null))).toEqual([true, false, false]);
		expect(RECORD.prospects.map((prospect) => isInScope(prospect, whole, null))).toEqual([true, true, true]);
		expect(RECORD.prospects.map((prospect) => isInScope(prospect, whole, 'park'))).toEqual([false, true, true]);
	});

	it('is said in words', () => {
		expect(scopeWords(target(), RECORD.groups, 'zh-CN')).toBe('三省一市');
		expect(scopeWords(target({ scope: { province: '320000', kind: 'park' } }), RECORD.groups, 'zh-CN')).toBe('江苏省·园区');
		expect(scopeWords(target({ scope: { province: '320000', city: '320200', groupId: 'core' } }), RECORD.groups, 'en')).toBe('Wuxi within 中心区');
		expect(scopeWords(target({ scope: { groupId: 'gone' } }), RECORD.groups, 'en')).toBe('gone');
		expect(rowOf(target(), null, RECORD.groups, 'en').evaluation).toBeNull();
	});
});

describe('the burn-up chart', () => {
	const inputOf = (over: Partial<TargetInput> = {}, when = WHEN) => {
		const { subject } = measured(over);
		return burnUpOf(subject, evaluate(subject, when), when, 'zh-CN');
	};

	it('frames everything it draws, from zero unless all lies far above it', () => {
		for (const over of [{}, { metric: 'cities' as const, value: 8 }, { scope: { kind: 'museum' as const }, value: 3 }, { scope: { groupId: 'lakeside' }, value: 30 }])
			for (const size of [WIDE, NARROW]) {
				const input = inputOf(over);
				const frame = burnUpFrame(input, size);
				const values = [...input.course.map(({ value }) => value), input.needed, ...input.outlooks.flatMap(({ low, high }) => [low, high])];
				expect(frame.min).toBeLessThanOrEqual(Math.min(...values));
				expect(frame.max).toBeGreaterThanOrEqual(Math.max(...values));
				expect(Number.isInteger((frame.max - frame.min) / frame.step)).toBe(true);
				expect(frame.min > 0).toBe(Math.min(...values) > Math.max(...values) / 2);
			}
		expect(burnUpWords(inputOf())).toContain('纵轴自');
	});

	it('draws the way, the pace, the band and the target, none of it by a colour that does not follow the theme', () => {
		const option = burnUpOption(inputOf(), WIDE);
		const { series } = option as unknown as { series: { id: string; data: unknown[] }[] };
		expect(series.map(({ id }) => id)).toEqual(['band', 'below', 'pace', 'middle', 'actual', 'target']);
		expect(series.every(({ data }) => data.length > 0)).toBe(true);
		expect(JSON.stringify(option)).not.toMatch(/#[0-9a-f]{3,6}|rgb/i);
	});

	it('says the same as a table, and only the past once it is due', () => {
		const rows = burnUpRows(inputOf());
		expect(rows[0]).toMatchObject({ on: '2026-01-01', actual: 602, outlook: null });
		expect(rows.find(({ on }) => on === '2026-04-01')?.actual).toBe(604);
		expect(rows.at(-1)).toMatchObject({ on: '2026-12-31', actual: null, expected: 640 });
		const over = burnUpRows(inputOf({ start: '2025-01-01', due: '2026-03-31' }));
		expect(over.every(({ outlook }) => outlook === null)).toBe(true);
	});
});

describe('maps of targets', () => {
	it('shade what cities still miss, and mute those without a target', () => {
		const gaps = [
			{ code: '320200', id: 'a', actual: 3, needed: 9 },
			{ code: '320500', id: 'b', actual: 9, needed: 9 }
		];
		const { scene, legend } = gapScene(gaps, 'zh-CN', '?at=2026-01-01');
		expect(scene.areas.map(({ code }) => code)).toEqual(cityCodes);
		expect(scene.areas.find(({ code }) => code === '320200')).toMatchObject({ value: 6, href: '/staff/targets/a?at=2026-01-01', title: '无锡市：成员 3 家，目标 9 家，还差 6 家' });
		expect(scene.areas.find(({ code }) => code === '320500')).toMatchObject({ step: 0, figure: '✓' });
		expect(scene.areas.find(({ code }) => code === '310000')).toMatchObject({ muted: true, href: null });
		expect(legend.map(({ text }) => text)).toEqual(['已达成', '差 1 家', '差 2 家', '差 3–4 家', '差 5 家及以上', '未设本市目标']);
	});

	it('shade the chance of a member on the due day, every class told apart in the legend', () => {
		const areas = [0.6, 0.3, 0.1, 0.01].map((chance, i) => ({ code: cityCodes[i]!, members: 0, chance, byProspects: 0 }));
		const { scene, legend } = chanceScene([...areas, { code: cityCodes[4]!, members: 2, chance: 1, byProspects: 0 }], 'en', (code) => `/en/cities/${code}`);
		expect(scene.areas.slice(0, 5).map(({ step }) => step)).toEqual([3, 2, 1, 0, 4]);
		expect(scene.areas[3]?.figure).toBe('1%');
		expect(new Set(legend.map(({ mark }) => JSON.stringify(mark))).size).toBe(legend.length);
	});
});

describe('words of targets', () => {
	it('each state has its sentence in both languages', () => {
		const evaluations = [
			measured().evaluation,
			measured({ value: 600 }).evaluation,
			measured({ start: '2025-01-01', due: '2026-03-31' }).evaluation,
			measured({ metric: 'coverage', value: 0.5 }).evaluation
		];
		expect(evaluations.map(({ state }) => state)).toEqual(['at_risk', 'reached', 'missed', 'at_risk']);
		for (const locale of LOCALES)
			for (const evaluation of evaluations) {
				const said = plainText(targetSentence(evaluation, { metric: 'members', of: 41, withDistricts: false }, locale));
				expect(said).toMatch(locale === 'en' ? /^On .*\.$/ : /。$/);
				expect(said).not.toMatch(/undefined|NaN|null/);
			}
	});

	it('numbers keep their unit, sign and honesty', () => {
		const cities = { metric: 'coverage' as const, of: 41, withDistricts: false };
		expect(targetValue(32, cities, 'zh-CN')).toBe('32 座（78%）');
		expect(targetValue(1, { ...cities, metric: 'cities' }, 'en')).toBe('1 city');
		expect([signedNumber(-18.46, 'zh-CN'), signedNumber(0.04, 'en'), signedNumber(3, 'en')]).toEqual(['−18.5', '±0', '+3']);
		expect([formatChance(0.001, 'en'), formatChance(0.9999, 'zh-CN'), formatChance(1, 'en'), formatChance(0.324, 'en')]).toEqual(['below 1%', '99% 以上', '100%', '32%']);
	});

	it('parts that fall short, overlap or leave cities out are told', () => {
		const all = [
			measured({ id: 'whole', value: 640 }),
			measured({ id: 'js', name: { zh: '江苏' }, partOf: 'whole', scope: { province: '320000' }, value: 600 }),
			measured({ id: 'core', name: { zh: '中心' }, partOf: 'whole', scope: { groupId: 'core' }, value: 38 })
		];
		const [check] = checkParts(all.map(scopedOf));
		const words = partsWords(check!, 'zh-CN');
		expect(words).toMatchObject({ fits: false, sum: '各部分合计 638，总目标 640，少 2。' });
		expect(words.notes[0]).toBe('重复计算：「江苏」与「中心」都包含无锡、苏州。');
		expect(words.notes[1]).toMatch(/^没有分到任何部分的城市：.*等 28 座。$/);
		expect(partsWords(check!, 'en').sum).toBe('The parts add up to 638 of 640: 2 too few.');
	});
});
