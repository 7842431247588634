import type { MemberInput } from '#domain/member.ts';

const FOUNDING = 'shangguan-xinwen-2020-11-23';
const CEREMONY = 'wuxi-ribao-2023-09-27';
const TONGZHOUWAN = 'tongzhouwan-2023-09-27';
const XINWU = 'keji-ribao-2023-12-20';

/** The twelve that founded the alliance. */
const founding: MemberInput[] = [
	{
		id: 'shanghai-shekeyuan-jingji-yanjiusuo',
		name: { zh: '上海社会科学院经济研究所' },
		kind: 'institute',
		kindBasis: 'by_name',
		city: '310000',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		remark: { zh: '发起单位之一，首任轮值主席单位。', en: 'One of the three initiators, and the first rotating chair.' },
		citations: [{ sourceId: FOUNDING }, { sourceId: TONGZHOUWAN }]
	},
	{
		id: 'shanghai-jiaotong-daxue-changsanjiao-yanjiuyuan',
		name: { zh: '上海交通大学长三角一体化发展研究院' },
		kind: 'institute',
		kindBasis: 'by_name',
		city: '310000',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		remark: {
			zh: '发起单位之一。高校所属研究机构，所在城市依学校名称。',
			en: 'One of the three initiators. An institute of a university; its city follows from the university’s name.'
		},
		internalNote: '类别也可归为“高校”，待与联盟确认。',
		citations: [{ sourceId: FOUNDING }, { sourceId: TONGZHOUWAN }]
	},
	{
		id: 'yajingxie-changsanjiao-fazhanbu',
		name: { zh: '中国亚洲经济发展协会长三角发展部' },
		aliases: ['亚经协长三角发展部'],
		kind: 'association',
		kindBasis: 'by_name',
		cityBasis: 'unknown',
		districtBasis: 'unknown',
		website: 'http://caeda.org.cn',
		remark: {
			zh: '发起单位之一。办公地点未见报道；网址为上级协会网站。',
			en: 'One of the three initiators. Where it sits is not reported; the web site is that of the parent association.'
		},
		internalNote: '其顾问多来自无锡，另有一篇稿件称座谈在无锡举行，均只是线索，不足以认定驻地。',
		citations: [
			{ sourceId: FOUNDING },
			{ sourceId: TONGZHOUWAN },
			{ sourceId: 'yajingxie-2023-05' },
			{ sourceId: 'yajingxie-2021-11' }
		]
	},
	{
		id: 'zhongguancun-shangshi-gongsi-xiehui-changsanjiao-zhongxin',
		name: { zh: '北京中关村上市公司协会长三角发展中心' },
		kind: 'association',
		kindBasis: 'by_name',
		cityBasis: 'unknown',
		districtBasis: 'unknown',
		remark: {
			zh: '名称中的“北京”指上级协会，中心本身设在何处未见报道。',
			en: '“Beijing” in the name is the seat of the parent association; where the centre itself sits is not reported.'
		},
		citations: [{ sourceId: FOUNDING }]
	},
	{
		id: 'hongdou-jituan',
		name: { zh: '红豆集团', en: 'Hongdou Group Co., Ltd.' },
		aliases: ['HODO Group'],
		kind: 'enterprise',
		kindBasis: 'stated',
		city: '320200',
		cityBasis: 'stated',
		district: '320205',
		districtBasis: 'stated',
		website: 'http://hongdou.com',
		remark: { zh: '总部在锡山区东港镇。', en: 'Head office in Donggang, Xishan District.' },
		internalNote: '另有稿件称其为中国亚洲经济发展协会副会长单位。',
		citations: [
			{ sourceId: FOUNDING },
			{ sourceId: 'hongdou-baike', field: 'name' },
			{ sourceId: 'hongdou-baike', field: 'city' },
			{ sourceId: 'hongdou-baike', field: 'district' },
			{ sourceId: 'hongdou-baike', field: 'website' },
			{ sourceId: 'yajingxie-2023-05' }
		]
	},
	{
		id: 'wuxi-xingzhou-gongye-yuanqu',
		name: { zh: '无锡星洲工业园区开发股份有限公司' },
		kind: 'enterprise',
		kindBasis: 'stated',
		city: '320200',
		cityBasis: 'by_name',
		district: '320214',
		districtBasis: 'related',
		remark: {
			zh: '无锡新加坡工业园的经营单位。区县依其经营的园区认定，注册地址未查。',
			en: 'Operator of the Wuxi-Singapore Industrial Park. The district is that of the park; its registered office is not known.'
		},
		internalNote: '也可归为“园区”。2009年的报道用旧名，无“股份”二字。',
		citations: [
			{ sourceId: FOUNDING },
			{ sourceId: 'xiandai-kuaibao-2009-11-26', field: 'kind' },
			{ sourceId: 'gaoxin-chanye-daobao-2023-12-25', field: 'district' },
			{ sourceId: XINWU, field: 'district' }
		]
	},
	{
		id: 'ruisui-yinhang-wuxi-fenhang',
		name: { zh: '日本瑞穗银行无锡分行' },
		kind: 'enterprise',
		kindBasis: 'by_name',
		city: '320200',
		cityBasis: 'stated',
		districtBasis: 'unknown',
		internalNote: '2005年公告用的是当时的瑞穗实业银行；现是否为瑞穗银行（中国）有限公司的分行，尚未查实，故不写英文名称。',
		citations: [{ sourceId: FOUNDING }, { sourceId: 'mizuho-2005-12-21', field: 'city' }]
	},
	{
		id: 'jiangnan-wenhua-yanjiu-zhongxin',
		name: { zh: '江南文化研究中心' },
		kind: 'institute',
		kindBasis: 'by_name',
		cityBasis: 'unknown',
		districtBasis: 'unknown',
		remark: {
			zh: '“江南”是地域而非城市，所在城市未见报道。',
			en: '“Jiangnan” is a region, not a city; in which city it sits is not reported.'
		},
		internalNote: '勿与江南文化研究会、江南大学江南文化研究院、江南文脉研究中心（2023年成立）混同，未见任何材料把它们联系起来。',
		citations: [{ sourceId: FOUNDING }]
	},
	{
		id: 'wuxi-qiyejia-xiehui',
		name: { zh: '无锡市企业家协会' },
		kind: 'association',
		kindBasis: 'by_name',
		city: '320200',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		internalNote: '2021年11月23日曾参加与中国亚洲经济发展协会会长的座谈。',
		citations: [{ sourceId: FOUNDING }, { sourceId: 'yajingxie-2021-11' }]
	},
	{
		id: 'wuxi-xinchanye-yanjiuhui',
		name: { zh: '无锡市新产业研究会' },
		kind: 'think_tank',
		kindBasis: 'by_name',
		city: '320200',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		internalNote: '研究会，依名称归为智库；未找到介绍该会的材料。',
		citations: [{ sourceId: FOUNDING }]
	},
	{
		id: 'wuxi-guojia-gaoxinqu-yanjiuyuan',
		name: { zh: '无锡国家高新区研究院' },
		kind: 'institute',
		kindBasis: 'by_name',
		city: '320200',
		cityBasis: 'by_name',
		district: '320214',
		districtBasis: 'by_name',
		remark: {
			zh: '无锡高新区与新吴区合署，区县据此由名称认定。',
			en: 'Wuxi High-tech Zone and Xinwu District share one administration; the district follows from the name.'
		},
		internalNote: '未找到介绍该院的材料。',
		citations: [{ sourceId: FOUNDING }, { sourceId: XINWU, field: 'district' }]
	},
	{
		id: 'wuxi-wangzhuang-kechuang-zhongxin',
		name: { zh: '无锡旺庄科创中心' },
		kind: 'park',
		kindBasis: 'by_name',
		city: '320200',
		cityBasis: 'by_name',
		district: '320214',
		districtBasis: 'by_name',
		remark: {
			zh: '旺庄街道属新吴区，区县据此由名称认定。',
			en: 'Wangzhuang Sub-district belongs to Xinwu; the district follows from the name.'
		},
		internalNote: '依名称为科创孵化载体，未找到介绍该中心的材料。',
		citations: [{ sourceId: FOUNDING }, { sourceId: 'wangzhuang-jiedao-baike', field: 'district' }]
	}
];

/** The eight that joined when bodies from six more cities came in. */
const sixCities: MemberInput[] = [
	{
		id: 'huzhou-fazhan-guihua-yanjiuyuan',
		name: { zh: '浙江省湖州市发展规划研究院' },
		kind: 'think_tank',
		kindBasis: 'stated',
		city: '330500',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		citations: [{ sourceId: CEREMONY }]
	},
	{
		id: 'zhejiang-qinghua-changsanjiao-luyan-zhongxin',
		name: { zh: '浙江清华长三角研究院全球科创路演中心' },
		aliases: ['长三角全球科创路演中心'],
		kind: 'institute',
		kindBasis: 'by_name',
		city: '330400',
		cityBasis: 'stated',
		district: '330402',
		districtBasis: 'related',
		website: 'https://www.tsinghua-zj.edu.cn',
		remark: {
			zh: '区县与网址均属上级单位浙江清华长三角研究院，类别亦从之。',
			en: 'District and web site are those of the parent institute, and the kind follows it.'
		},
		citations: [
			{ sourceId: CEREMONY },
			{ sourceId: TONGZHOUWAN },
			{ sourceId: 'renminwang-zhejiang-2023-05-12', field: 'district' },
			{ sourceId: 'luyan-zhongxin-qiyong', field: 'city' },
			{ sourceId: 'nanhu-jijin-xiaozhen-2020-09-26' }
		]
	},
	{
		id: 'maanshan-jingkaiqu',
		name: { zh: '马鞍山经济技术开发区' },
		kind: 'park',
		kindBasis: 'by_name',
		city: '340500',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		internalNote: '两篇报道中，通州湾一文只证实马鞍山方面有单位加入。',
		citations: [{ sourceId: CEREMONY }, { sourceId: TONGZHOUWAN }]
	},
	{
		id: 'chuzhou-jingkaiqu',
		name: { zh: '滁州市经济技术开发区' },
		aliases: ['滁州经济技术开发区'],
		kind: 'park',
		kindBasis: 'by_name',
		city: '341100',
		cityBasis: 'by_name',
		districtBasis: 'unknown',
		remark: {
			zh: '各处资料对开发区方位说法不一，区县未定。',
			en: 'Sources disagree on where in the city the zone lies, so no district is given.'
		},
		citations: [{ sourceId: CEREMONY }, { sourceId: 'chuzhou-kaifaqu-jianjie', field: 'district' }]
	},
	{
		id: 'chuzhou-langyaqu',
		name: { zh: '滁州市琅琊区' },
		kind: 'government',
		kindBasis: 'by_name',
		city: '341100',
		cityBasis: 'by_name',
		district: '341102',
		districtBasis: 'by_name',
		remark: {
			zh: '仅以区名列名，具体加盟机构未见报道。',
			en: 'Named as a district only; which of its offices joined is not reported.'
		},
		citations: [{ sourceId: CEREMONY }]
	},
	{
		id: 'zhongguo-jinsinanmu-bowuguan',
		name: { zh: '中国金丝楠木博物馆' },
		kind: 'museum',
		kindBasis: 'by_name',
		city: '341100',
		cityBasis: 'stated',
		districtBasis: 'unknown',
		remark: {
			zh: '在滁州，琅琊山东北约10公里；所属区县未见报道。',
			en: 'In Chuzhou, some 10 km north-east of Langya hill; the district is not reported.'
		},
		citations: [{ sourceId: CEREMONY }, { sourceId: 'chuzhou-caifangxing', field: 'city' }]
	},
	{
		id: 'tongzhouwan-shifanqu',
		name: { zh: '江苏省通州湾江海联动开发示范区' },
		aliases: ['通州湾示范区'],
		kind: 'park',
		kindBasis: 'by_name',
		city: '320600',
		cityBasis: 'stated',
		districtBasis: 'unknown',
		website: 'https://tzw.nantong.gov.cn',
		remark: {
			zh: '示范区官网自述当日加入。辖区跨县级单位，故不标区县。',
			en: 'Its own web site says that it joined that day. It reaches over more than one county-level unit, so no district is given.'
		},
		citations: [
			{ sourceId: CEREMONY },
			{ sourceId: TONGZHOUWAN },
			{ sourceId: TONGZHOUWAN, field: 'website' },
			{ sourceId: 'guoji-zaixian-2020-06-01', field: 'city' }
		]
	},
	{
		id: 'xilian-gongye-yuanqu',
		name: { zh: '无锡连云港工业园区' },
		kind: 'park',
		kindBasis: 'by_name',
		city: '320700',
		cityBasis: 'stated',
		districtBasis: 'unknown',
		remark: {
			zh: '名称虽含“无锡”，园区在连云港，位于连云港高新区南拓区域。',
			en: 'Despite “Wuxi” in its name the park lies in Lianyungang, in the southern extension of the high-tech zone there.'
		},
		citations: [{ sourceId: CEREMONY }, { sourceId: 'xinhua-baoye-2022-11-21', field: 'city' }]
	}
];

/** 成员单位: the organisations that the reports name. */
export const members: MemberInput[] = [...founding, ...sixCities];

/** The members named at the founding and at the ceremony of 2023, by identifier. */
export const batches = { founding: founding.map(({ id }) => id), sixCities: sixCities.map(({ id }) => id) };
