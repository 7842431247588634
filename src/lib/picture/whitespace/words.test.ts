import { describe, expect, test } from 'vitest';
import type { Contribution } from '#domain/whitespace.ts';
import { reasonWords, spaceName, type SpaceNames } from './words.ts';

const names: SpaceNames = {
	groups: { core: { zh: '中心区27城', en: 'Central 27' }, lake: { zh: '环太湖科创圈', en: null } },
	prospects: { a: { name: { zh: '示例研究院', en: null }, days: 75 }, b: { name: { zh: '示例大学', en: 'Example University' }, days: 3 } }
};
const of = (reason: object): Contribution => ({ share: 1, tenths: 10, ...reason }) as Contribution;

describe('a reason in words', () => {
	test.each([
		[of({ reason: 'whole' }), null, '全市尚无成员', 'no member in the whole city'],
		[of({ reason: 'neighbours', covered: ['320200', '330500'], of: 6 }), null, '相邻 6 市中 2 市已有成员（无锡、湖州）', '2 of 6 neighbouring cities covered (Wuxi, Huzhou)'],
		[of({ reason: 'neighbours', covered: ['320200'], of: 6 }), 'association', '相邻 6 市中 1 市已有协会商会（无锡）', '1 of 6 neighbouring cities has an association (Wuxi)'],
		[of({ reason: 'zone', group: 'core' }), null, '属于中心区27城', 'belongs to Central 27'],
		[of({ reason: 'groups', groups: ['core', 'lake'] }), null, '属于中心区27城、环太湖科创圈', 'belongs to Central 27, 环太湖科创圈'],
		[of({ reason: 'prospect', prospects: ['b'], chance: 0.355 }), null, '意向单位：示例大学，加盟可能性 35.5%', 'prospect: Example University, chance of joining 35.5%'],
		[of({ reason: 'prospect', prospects: ['a', 'b', 'c', 'd'], chance: 0.5 }), null, '意向单位 4 家：示例研究院、示例大学、c等 4 家，至少一家加盟的可能性 50%', '4 prospects: 示例研究院, Example University, c and others, 4 in all; chance that at least one joins 50%'],
		[of({ reason: 'stalled', prospects: ['a'] }), null, '示例研究院已 75 天没有进展', '示例研究院: no progress for 75 days'],
		[of({ reason: 'kind', province: '320000' }), 'museum', '江苏尚无文博场馆', 'no museum in Jiangsu yet'],
		[of({ reason: 'projects', projects: 3 }), null, '已有合作项目 3 项', '3 projects reach it'],
		[of({ reason: 'partners', partners: 1 }), null, '当地项目中已有域外伙伴 1 家', '1 outside partner in projects there']
	] as const)('%o', (reason, kind, zh, en) => {
		expect(reasonWords(reason, kind, names, 'zh-CN')).toBe(zh);
		expect(reasonWords(reason, kind, names, 'en')).toBe(en);
	});

	test('and the place it speaks for', () => {
		expect(spaceName({ city: '330500', kind: 'university' }, 'zh-CN')).toBe('湖州 · 高校');
		expect(spaceName({ city: '330500', kind: null }, 'en')).toBe('Huzhou');
	});
});
