import type { ProjectInput } from '#domain/project.ts';

const CEREMONY = 'wuxi-ribao-2023-09-27';
const FOUNDING = 'shangguan-xinwen-2020-11-23';

/** An agreement of the alliance with a partner, signed at the ceremony of 2023. */
function agreement(id: string, partnerId: string, title: { zh: string; en: string }): ProjectInput {
	return {
		id,
		title,
		category: 'agreement',
		status: 'signed',
		since: '2023-09-26',
		signed: '2023-09-26',
		byAlliance: true,
		cities: ['320200'],
		partnerIds: [partnerId],
		remark: {
			zh: '城市为签约地。合作内容、期限、金额及后续进展均未见报道。',
			en: 'The city is that of the signing. Subject, term, amount and what came of it are not reported.'
		},
		citations: [{ sourceId: CEREMONY }]
	};
}

/** An intention voiced by a member on joining in 2023. */
function intention(
	id: string,
	category: 'think_tank' | 'industry',
	{ city, memberId }: { city: string; memberId: string },
	title: { zh: string; en: string },
	remark: { zh: string; en: string }
): ProjectInput {
	return {
		id,
		title,
		category,
		status: 'intention',
		since: '2023-09-26',
		cities: [city],
		memberIds: [memberId],
		remark,
		citations: [{ sourceId: CEREMONY }]
	};
}

/** 合作项目: three agreements, one exchange, two announced plans and three intentions. */
export const projects: ProjectInput[] = [
	agreement('xieyi-xianggang-zhonghua-gongshang-zonghui', 'xianggang-zhonghua-gongshang-zonghui', {
		zh: '与香港中华工商总会合作协议',
		en: 'Cooperation agreement with a Hong Kong chamber of commerce'
	}),
	agreement('xieyi-zhongguo-shuhua-shoucangjia-xiehui', 'zhongguo-shuhua-shoucangjia-xiehui', {
		zh: '与中国书画收藏家协会合作协议',
		en: 'Cooperation agreement with an association of collectors of painting and calligraphy'
	}),
	agreement('xieyi-guoji-shinei-gaoerfu-xiehui', 'guoji-shinei-gaoerfu-xiehui', {
		zh: '与国际（室内）高尔夫协会合作协议',
		en: 'Cooperation agreement with an indoor golf association'
	}),
	{
		id: 'youhao-jiaoliu-xilian-yuanqu',
		title: { zh: '与无锡连云港工业园区友好交流合作', en: 'Friendly exchange with the Wuxi-Lianyungang park' },
		category: 'exchange',
		status: 'active',
		since: '<=2023-09-26',
		byAlliance: true,
		cities: ['320700'],
		memberIds: ['xilian-gongye-yuanqu'],
		remark: {
			zh: '于赴连云港考察时建立，日期未见报道；园区其后加入联盟。',
			en: 'Agreed during the visit to Lianyungang, on a day that is not reported. The park joined the alliance later.'
		},
		citations: [{ sourceId: CEREMONY }]
	},
	{
		id: 'yanjiu-keti-2021',
		title: { zh: '长三角区域经济融合发展研究课题（2021年计划）', en: 'Research on the economic integration of the delta (planned for 2021)' },
		category: 'research',
		since: '2021',
		byAlliance: true,
		memberIds: ['shanghai-shekeyuan-jingji-yanjiusuo'],
		remark: {
			zh: '成立时由首任轮值主席单位宣布列入2021年计划；题目、课题组和成果均未见报道，也未指明城市。',
			en: 'Announced for 2021 by the first rotating chair at the founding. No title, team or result is reported, and no city is named.'
		},
		citations: [{ sourceId: FOUNDING }]
	},
	{
		id: 'duijie-zoufang-2021',
		title: { zh: '专题对接会与走访调研（2021年计划）', en: 'Matchmaking meetings and field visits (planned for 2021)' },
		category: 'matchmaking',
		since: '2021',
		byAlliance: true,
		remark: {
			zh: '成立时宣布；是否举行、何时何地，均未见报道。',
			en: 'Announced at the founding. Whether, when and where any took place is not reported.'
		},
		citations: [{ sourceId: FOUNDING }]
	},
	intention(
		'zhiku-xiezuo-huzhou',
		'think_tank',
		{ city: '330500', memberId: 'huzhou-fazhan-guihua-yanjiuyuan' },
		{ zh: '湖州市发展规划研究院与联盟单位开展智库协作', en: 'Think-tank work of the Huzhou planning institute with other members' },
		{
			zh: '加盟当日表达的意向，涉及共享智力、城市联动、合作研究；并非签约项目。',
			en: 'An intention voiced on joining: shared expertise, links between cities, joint research. Not a signed project.'
		}
	),
	intention(
		'chanye-hezuo-lianyungang',
		'industry',
		{ city: '320700', memberId: 'xilian-gongye-yuanqu' },
		{ zh: '连云港方面开展招商引资、城市管理和产业合作交流', en: 'Exchange with Lianyungang on investment, city management and industry' },
		{
			zh: '加盟当日表达的意向，报道只称发言者为连云港方面；并非签约项目。',
			en: 'An intention voiced on joining; the report gives the speaker only as the Lianyungang side. Not a signed project.'
		}
	),
	intention(
		'jiaoliu-hezuo-chuzhou',
		'industry',
		{ city: '341100', memberId: 'chuzhou-jingkaiqu' },
		{ zh: '滁州市经济技术开发区与长三角兄弟城市交流合作', en: 'Exchange of the Chuzhou development zone with other cities of the delta' },
		{ zh: '加盟当日表达的意向，并非签约项目。', en: 'An intention voiced on joining, not a signed project.' }
	)
];
