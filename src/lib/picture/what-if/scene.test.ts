import { describe, expect, test } from 'vitest';
import { toCube, type Movement } from '#domain/cube.ts';
import { differenceOf } from '#domain/difference.ts';
import { DEFAULT_VIEW } from '#domain/view.ts';
import { supposedDay, supposing } from '#domain/what-if.ts';
import { cityCodes } from '#geo/regions/city.ts';
import { whatIfSentence } from '#lib/i18n/what-if.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { whatIfFigures } from './figures.ts';
import { whatIfScene } from './scene.ts';

const AT = '2026-11-22';
const recorded: Movement[] = [
	{ place: '320200', kind: 'park', on: '2020-11-21', joined: 2, left: 0 },
	{ place: '330500', kind: 'park', on: '2023-09-26', joined: 1, left: 0 }
];
const joins = [{ place: '330500', kind: 'museum' as const }, { place: '341800', kind: null }, { place: null, kind: 'park' as const }];
const difference = differenceOf(toCube(supposing(recorded, AT, joins)), cityCodes, { from: AT, to: supposedDay(AT) });

describe('a scenario', () => {
	test('on the map: newly covered, more, as before, still nobody', () => {
		const scene = whatIfScene(difference, 'zh-CN', DEFAULT_VIEW);
		const of = (code: string) => scene.areas.find((area) => area.code === code);
		expect(of('341800')).toMatchObject({ mark: 'new', figure: '+1', title: '宣城市：新覆盖，成员 1 家' });
		expect(of('330500')).toMatchObject({ figure: '+1', title: '湖州市：成员由 1 家变为 2 家（+1）' });
		expect(of('320200')).toMatchObject({ figure: null, title: '无锡市：成员数不变，2 家' });
		expect(of('310000')).toMatchObject({ step: 0, figure: null, title: '上海市：仍无成员' });
		expect(scene.caption).toBe('设想加盟后各市成员变化图：新覆盖1座，成员增加1座，成员数不变1座，仍无成员38座');
	});

	test('in figures and words', () => {
		expect(whatIfFigures(difference, 'zh-CN').map(({ value, note }) => [value, note])).toEqual([
			['6', '今日 3 · +3'],
			['3', '今日 2 · +1'],
			['7.3%', '今日 4.9%'],
			['3', '今日 2 · +1'],
			['1', '今日 0 · +1']
		]);
		const facts = { at: AT, joined: 3, members: difference.members, gained: ['宣城'], cities: { to: 3, of: 41 } };
		expect(plainText(whatIfSentence(facts, 'zh-CN'))).toBe('若所选3家意向单位现在加盟，登记成员将由3家增至6家，新覆盖1座城市（宣城），共覆盖3座（共41座）。');
		expect(plainText(whatIfSentence({ ...facts, gained: ['Xuancheng'] }, 'en'))).toBe(
			'If the 3 prospects chosen joined now, recorded members would rise from 3 to 6, newly covering 1 city (Xuancheng); 3 of 41 in all.'
		);
		expect(plainText(whatIfSentence({ ...facts, joined: 0, gained: [] }, 'zh-CN'))).toContain('尚未设想任何意向单位加盟');
	});
});
