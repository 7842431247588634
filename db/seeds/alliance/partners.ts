import type { PartnerInput } from '#domain/partner.ts';

/** 域外伙伴: the organisations with which the alliance signed agreements in 2023. */
export const partners: PartnerInput[] = [
	{
		id: 'xianggang-zhonghua-gongshang-zonghui',
		name: { zh: '香港中华工商总会' },
		kind: 'association',
		seat: { zh: '香港', en: 'Hong Kong' },
		seatBasis: 'by_name',
		website: 'http://www.hkcica.org.hk',
		remark: {
			zh: '1996年成立，注册会员企业6000多家，2022年起设有上海办事处。与香港中华总商会并非同一机构。',
			en: 'Founded in 1996, with more than 6,000 member firms and, since 2022, an office in Shanghai. Not to be confused with the Chinese General Chamber of Commerce, Hong Kong.'
		},
		citations: [
			{ sourceId: 'wuxi-ribao-2023-09-27' },
			{ sourceId: 'zhongxiaoqiye-xiehui-fangwen' },
			{ sourceId: 'hkcica-xinwen', field: 'website' }
		]
	},
	{
		id: 'zhongguo-shuhua-shoucangjia-xiehui',
		name: { zh: '中国书画收藏家协会' },
		kind: 'association',
		seatBasis: 'unknown',
		remark: {
			zh: '所在地未查到。与中国收藏家协会并非同一机构。',
			en: 'Its seat was not found. Not to be confused with the national association of collectors, 中国收藏家协会.'
		},
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }]
	},
	{
		id: 'guoji-shinei-gaoerfu-xiehui',
		name: { zh: '国际（室内）高尔夫协会' },
		kind: 'association',
		seatBasis: 'unknown',
		remark: { zh: '除签约报道外，未查到该会资料。', en: 'Nothing was found on it beyond the report of the signing.' },
		citations: [{ sourceId: 'wuxi-ribao-2023-09-27' }]
	}
];
