import { expect, test } from 'vitest';
import { chanceRows, gapRows } from './map-rows.ts';

test('gaps in numbers: the widest first, equal ones by code, none where the target is reached', () => {
	const { columns, rows } = gapRows(
		[
			{ code: '320500', id: 'b', actual: 4, needed: 3 },
			{ code: '330500', id: 'c', actual: 1, needed: 3 },
			{ code: '320200', id: 'a', actual: 3, needed: 5 }
		],
		'zh-CN'
	);
	expect(rows.map(({ name, path }) => [name, path])).toEqual([
		['无锡', '/staff/targets/a'],
		['湖州', '/staff/targets/c'],
		['苏州', '/staff/targets/b']
	]);
	expect(rows.map(({ cells }) => cells)).toEqual([['3', '5', '2'], ['1', '3', '2'], ['4', '3', '已达成']]);
	expect(columns).toHaveLength(3);
});

test('chances in numbers: cities without members first, the likeliest at the head', () => {
	const { rows } = chanceRows(
		[
			{ code: '320200', members: 7, chance: 1, byProspects: 0 },
			{ code: '320300', members: 0, chance: 0.1, byProspects: 0 },
			{ code: '320400', members: 0, chance: 0.6, byProspects: 0 }
		],
		'en'
	);
	expect(rows.map(({ code }) => code)).toEqual(['320400', '320300', '320200']);
	expect(rows[0]?.path).toBe('/cities/320400');
});
