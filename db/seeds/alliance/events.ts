import type { EventInput } from '#domain/event.ts';

/** 活动: what the alliance is reported to have held. */
export const events: EventInput[] = [
	{
		id: 'chengli-2020',
		kind: 'founding',
		title: { zh: '长三角一体化太湖融合创新联盟揭牌成立', en: 'Founding of the alliance' },
		short: { zh: '成立', en: 'Founded' },
		held: '2020-11-21',
		city: '320200',
		summary: {
			zh: '联盟在无锡揭牌成立，首批成员单位12家，上海社会科学院经济研究所出任首任轮值主席单位。',
			en: 'The alliance was founded in Wuxi by its first 12 members. The first rotating chair went to the institute of economics of Shanghai’s academy of social sciences.'
		},
		citations: [{ sourceId: 'shangguan-xinwen-2020-11-23' }]
	},
	{
		id: 'lianyungang-kaocha',
		kind: 'visit',
		title: { zh: '联盟考察团赴连云港考察', en: 'Delegation visits Lianyungang' },
		short: { zh: '连云港考察', en: 'Lianyungang visit' },
		held: '<=2023-09-26',
		city: '320700',
		summary: {
			zh: '考察团走访当地产业和南北共建园区，与无锡连云港工业园区结为友好交流合作单位。',
			en: 'The delegation looked at local industry and at the parks built jointly by the north and south of Jiangsu, and agreed on friendly exchange with the Wuxi-Lianyungang park.'
		},
		remark: {
			zh: '日期未见报道，只知早于2023年9月26日的加盟活动。',
			en: 'No date is reported, only that it came before the ceremony of 26 September 2023.'
		},
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }]
	},
	{
		id: 'liuchengshi-jiameng-2023',
		kind: 'ceremony',
		title: { zh: '“扩大朋友圈　推进一体化”六城市加盟暨合作项目签约', en: 'Bodies from six cities join; cooperation agreements signed' },
		short: { zh: '六城市加盟', en: 'Six cities join' },
		held: '2023-09-26',
		city: '320200',
		venue: { zh: '无锡太湖学院' },
		summary: {
			zh: '湖州、嘉兴、马鞍山、滁州、南通、连云港六市一批单位加入联盟，成员由此遍及三省一市；当日并签署三项对外合作协议。',
			en: 'Bodies from Huzhou, Jiaxing, Ma’anshan, Chuzhou, Nantong and Lianyungang joined, which took the membership into all three provinces and the municipality. Three agreements with outside partners were signed on the same day.'
		},
		citations: [
			{ sourceId: 'wuxi-ribao-2023-09-27' },
			{ sourceId: 'tongzhouwan-2023-09-27' },
			{ sourceId: 'tongzhouwan-2023-09-27', field: 'venue' }
		]
	}
];
