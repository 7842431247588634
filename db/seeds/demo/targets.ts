import type { Day } from '#domain/day.ts';
import { provinceCode, type Adcode } from '#domain/place.ts';
import type { TargetInput } from '#domain/target.ts';
import { city } from '#geo/regions/city.ts';
import { province } from '#geo/regions/province.ts';

/** A target as first set, on which day, and how it was changed later. */
export type Aimed = {
	readonly on: Day;
	readonly first: TargetInput;
	readonly later: { readonly record: TargetInput; readonly on: Day; readonly reason: string } | null;
};

const YEAR = { start: '2026-01-01', due: '2026-12-31' } as const;
const WHOLE = 'shili-mubiao-chengyuan';

/** Members to have by the end of 2026, by province and by city; the provinces do not quite add up to the whole. */
const PROVINCES: readonly (readonly [Adcode, number])[] = [
	['310000', 64],
	['320000', 300],
	['330000', 211],
	['340000', 95]
];
const CITIES: readonly (readonly [Adcode, number])[] = [
	['320100', 44], ['320200', 82], ['320300', 6], ['320400', 39], ['320500', 58], ['320600', 14], ['320700', 6],
	['320800', 4], ['320900', 6], ['321000', 17], ['321100', 20], ['321200', 12], ['321300', 2],
	['330100', 42], ['330200', 25], ['330300', 4], ['330400', 33], ['330500', 72], ['330600', 18], ['330700', 2],
	['330800', 5], ['330900', 5], ['331000', 4], ['331100', 1],
	['340100', 28], ['340200', 13], ['340300', 3], ['340500', 6], ['341000', 3], ['341100', 12], ['341800', 12]
];

/** Targets of every scope and metric, some reached, some on pace, behind or at risk, some missed. */
export function targetsOf(): Aimed[] {
	const of = (on: Day, first: TargetInput): Aimed => ({ on, first, later: null });
	const whole: TargetInput = { id: WHOLE, name: named('2026年末成员总数', 'Members by the end of 2026'), metric: 'members', ...YEAR, value: 660 };
	const raised = { ...whole, value: 680 };
	return [
		of('2024-01-08', { id: 'shili-mubiao-2024', name: named('2024年末成员总数', 'Members by the end of 2024'), metric: 'members', start: '2024-01-01', due: '2024-12-31', value: 450 }),
		of('2025-01-06', { id: 'shili-mubiao-2025', name: named('2025年末成员总数', 'Members by the end of 2025'), metric: 'members', start: '2025-01-01', due: '2025-12-31', value: 600 }),
		{ on: '2026-01-05', first: whole, later: { record: raised, on: '2026-03-16', reason: '秘书处会议调整全年目标' } },
		...PROVINCES.map(([code, value]) => of('2026-01-12', inProvince(code, value))),
		...CITIES.map(([code, value]) => of('2026-01-12', inCity(code, value))),
		of('2026-01-12', { id: 'shili-mubiao-fugai', name: named('2027年末覆盖九成城市', 'Nine of ten cities by the end of 2027'), metric: 'coverage', start: '2026-01-01', due: '2027-12-31', value: 0.9 }),
		of('2025-01-06', {
			id: 'shili-mubiao-zhongxinqu',
			name: named('2026年末中心区27城全覆盖', 'All 27 cities of the central zone by the end of 2026'),
			scope: { groupId: 'yrd_core_27' },
			metric: 'coverage',
			start: '2025-01-01',
			due: '2026-12-31',
			value: 1
		}),
		of('2026-01-12', { id: 'shili-mubiao-anhui-chengshi', name: named('2026年末安徽覆盖城市', 'Cities covered in Anhui by the end of 2026'), scope: { province: '340000' }, metric: 'cities', ...YEAR, value: 13 }),
		of('2026-01-12', { id: 'shili-mubiao-bowuguan', name: named('2026年末文博场馆', 'Museums by the end of 2026'), scope: { kind: 'museum' }, metric: 'members', ...YEAR, value: 40 }),
		of('2026-01-12', { id: 'shili-mubiao-gaoxiao', name: named('2027年末高校', 'Universities by the end of 2027'), scope: { kind: 'university' }, metric: 'members', start: '2026-01-01', due: '2027-12-31', value: 70 }),
		of('2026-01-12', { id: 'shili-mubiao-xiangmu', name: named('2026年末合作项目', 'Projects by the end of 2026'), metric: 'projects', ...YEAR, value: 162 }),
		of('2025-10-09', { id: 'shili-mubiao-yuanqu-jiangsu', name: named('2026年一季度末江苏园区', 'Parks in Jiangsu by March 2026'), scope: { province: '320000', kind: 'park' }, metric: 'members', start: '2025-10-01', due: '2026-03-31', value: 40 })
	];
}

function named(zh: string, en: string) {
	return { zh: `${zh}（示例）`, en: `${en} (example)` };
}

function inProvince(code: Adcode, value: number): TargetInput {
	const [zh, en] = [province(code)?.zhShort ?? code, province(code)?.en ?? code];
	return {
		id: `shili-mubiao-${code}`,
		name: named(`${zh}2026年末成员数`, `Members in ${en} by the end of 2026`),
		scope: { province: code },
		metric: 'members',
		...YEAR,
		value,
		partOf: WHOLE
	};
}

function inCity(code: Adcode, value: number): TargetInput {
	const [zh, en] = [city(code)?.zhShort ?? code, city(code)?.enFull ?? code];
	return {
		id: `shili-mubiao-${code}`,
		name: named(`${zh}2026年末成员数`, `Members in ${en} by the end of 2026`),
		scope: { city: code },
		metric: 'members',
		...YEAR,
		value,
		partOf: `shili-mubiao-${provinceCode(code)}`
	};
}
