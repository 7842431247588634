import type { RegionGroupInput } from '#domain/region-group.ts';

/** The 26 cities of the 2016 plan, in its order of provinces. */
const CLUSTER_26 = [
	...['310000'],
	...['320100', '320200', '320400', '320500', '320600', '321000', '321100', '320900', '321200'],
	...['330100', '330200', '330500', '330400', '330600', '330700', '330900', '331000'],
	...['340100', '340200', '340500', '340700', '340800', '341100', '341700', '341800']
];

/** 都市圈/片区: the named scopes against which coverage is measured. */
export const groups: RegionGroupInput[] = [
	{
		id: 'yrd_core_27',
		name: { zh: '长三角中心区27城市', en: 'Central zone of the Yangtze River Delta (2019 outline plan)' },
		short: { zh: '中心区27城', en: 'Central 27' },
		areas: [...CLUSTER_26.slice(0, 12), '330300', ...CLUSTER_26.slice(12)],
		asOf: '2019-12-01',
		remark: {
			zh: '2019年5月审议通过，12月1日公布；面积22.5万平方公里，占长三角35.8万平方公里的六成多。',
			en: 'Approved in May 2019 and published on 1 December: 225,000 of the delta’s 358,000 km².'
		},
		citations: [{ sourceId: 'scholarmate-guihua-gangyao' }, { sourceId: 'xinhuashe-guihua-gangyao-2019-12-02' }]
	},
	{
		id: 'yrd_cluster_26',
		name: { zh: '长三角城市群26城市', en: 'Yangtze River Delta city cluster (2016 plan)' },
		short: { zh: '长三角城市群26城', en: 'Cluster 26' },
		areas: CLUSTER_26,
		asOf: '2016-06',
		remark: { zh: '比27城市的中心区少温州一市。', en: 'The central zone of 27 without Wenzhou.' },
		citations: [{ sourceId: 'scmp-2016-06' }, { sourceId: 'chengshiqun-guihua-2016-06' }]
	},
	{
		id: 'taihu_science_circle',
		name: { zh: '环太湖科技创新圈（“两区六市”）', en: 'Taihu-rim science and technology innovation circle' },
		short: { zh: '环太湖科创圈', en: 'Taihu science circle' },
		areas: ['310114', '310118', '320500', '320200', '320400', '330500', '330400', '341800'],
		asOf: '2021-05-27',
		remark: {
			zh: '上海只有嘉定、青浦两区在内，不以全市计。未见官方英文名称，英文为译名。',
			en: 'Of Shanghai only the districts of Jiading and Qingpu belong, not the city as a whole. The English name is a translation; no official one was seen.'
		},
		citations: [{ sourceId: 'huantaihu-kechuangquan-2021-06-08' }]
	},
	{
		id: 'shanghai_metro_2022',
		name: { zh: '上海大都市圈（“1+8”，2022年规划）', en: 'Shanghai metropolitan area (plan issued January 2022)' },
		short: { zh: '上海大都市圈', en: 'Shanghai area' },
		areas: ['310000', '320500', '320200', '320400', '320600', '330400', '330500', '330200', '330900'],
		asOf: '2022-01',
		citations: [{ sourceId: 'guihua-shanghai-yitu' }, { sourceId: 'stufic-shanghai-dadushiquan' }]
	},
	{
		id: 'nanjing_metro_main',
		name: { zh: '南京都市圈（主要范围）', en: 'Nanjing metropolitan area, main area' },
		short: { zh: '南京都市圈', en: 'Nanjing area' },
		areas: [
			...['320100', '321102', '321111', '321112', '321183', '321002', '321003', '321012', '321081', '320830'],
			...['340202', '340209', '340207', '340503', '340504', '340506', '340523', '340521'],
			...['341102', '341103', '341122', '341181', '341802']
		],
		asOf: '2021-04',
		remark: {
			zh: '除南京全市外，以区县计。',
			en: 'By districts and counties, except for Nanjing, which belongs as a whole.'
		},
		citations: [{ sourceId: 'nanjing-dushiquan-2021-04-12' }]
	},
	{
		id: 'hangzhou_metro_council',
		name: { zh: '杭州都市圈（合作发展协调会，六市）', en: 'Hangzhou metropolitan area, coordination council' },
		short: { zh: '杭州都市圈', en: 'Hangzhou area' },
		areas: ['330100', '330500', '330400', '330600', '330800', '341000'],
		asOf: '2018-10-25',
		citations: [{ sourceId: 'zhongxinwang-2018-10-25' }]
	},
	{
		id: 'hefei_metro_2024',
		name: { zh: '合肥都市圈（国家发展改革委函复口径）', en: 'Hefei metropolitan area, nationally approved' },
		short: { zh: '合肥都市圈', en: 'Hefei area' },
		areas: ['340100', '340422', '341502', '341523', '340281', '340522', '341125', '340881'],
		asOf: '2024-02',
		citations: [{ sourceId: 'xinhunan-2025-11' }]
	},
	{
		id: 'suxichang_metro',
		name: { zh: '苏锡常都市圈', en: 'Suzhou-Wuxi-Changzhou metropolitan area' },
		short: { zh: '苏锡常都市圈', en: 'Su-Xi-Chang' },
		areas: ['320500', '320200', '320400'],
		remark: {
			zh: '未找到划定范围的规划文件，三市之说依名称及两篇网页。',
			en: 'No plan that lays down its scope was found; the three cities follow from its name and two web pages.'
		},
		citations: [{ sourceId: 'zhongwuwang-boke' }, { sourceId: 'sboyo-jiangsu-dushiquan' }]
	},
	{
		id: 'ningbo_metro_national',
		name: { zh: '宁波都市圈（国家发展改革委批复规划）', en: 'Ningbo metropolitan area, nationally approved plan' },
		short: { zh: '宁波都市圈', en: 'Ningbo area' },
		areas: [
			...['330200', '330900'],
			...['331002', '331003', '331004', '331022', '331023', '331082'],
			...['330604', '330683', '330624']
		],
		asOf: '<=2026-02-28',
		remark: {
			zh: '台州只有三个市辖区和三门、天台、临海在内。批复日期未见，此处记为所引研究发布之日或更早。',
			en: 'Of Taizhou (Zhejiang) only the three urban districts, Sanmen, Tiantai and Linhai belong. The date of approval was not seen; it came no later than the study cited.'
		},
		citations: [{ sourceId: 'zhejiang-guihuayuan-2026-02-28' }]
	}
];
