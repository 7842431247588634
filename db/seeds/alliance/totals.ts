import type { ReportedTotalInput } from '#domain/reported-total.ts';

/** 公布口径: the numbers that reports give. */
export const totals: ReportedTotalInput[] = [
	{
		id: 'chengyuan-2020-11-21',
		metric: 'members',
		on: '2020-11-21',
		qualifier: 'exact',
		value: 12,
		remark: { zh: '首批成员单位。', en: 'Members at the founding.' },
		citations: [{ sourceId: 'shangguan-xinwen-2020-11-23' }]
	},
	{
		id: 'chengyuan-2023-09-26',
		metric: 'members',
		on: '2023-09-26',
		qualifier: 'nearly',
		value: 30,
		remark: {
			zh: '报道称成员“近30家”；其中见于报道的名称少于此数。',
			en: 'The report says “nearly 30”; fewer are named in what was published.'
		},
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }]
	},
	{
		id: 'jiameng-chengshi-2023-09-26',
		metric: 'joined_cities',
		on: '2023-09-26',
		qualifier: 'exact',
		value: 6,
		remark: { zh: '当日有单位加入的城市。', en: 'Cities from which bodies joined that day.' },
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }, { sourceId: 'tongzhouwan-2023-09-27' }]
	},
	{
		id: 'shengji-2023-09-26',
		metric: 'provinces',
		on: '2023-09-26',
		qualifier: 'exact',
		value: 4,
		remark: { zh: '三省一市。', en: 'Three provinces and one municipality.' },
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }]
	},
	{
		id: 'faqi-2023-09-26',
		metric: 'initiators',
		on: '2023-09-26',
		qualifier: 'exact',
		value: 3,
		remark: { zh: '发起单位；成立时亦为三家。', en: 'Initiating bodies; there were three at the founding too.' },
		citations: [{ sourceId: 'tongzhouwan-2023-09-27' }]
	}
];
