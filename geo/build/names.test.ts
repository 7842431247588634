import { describe, expect, it } from 'vitest';
import { nameRegions, type Named } from './names.ts';

const regions: Named[] = [
	{ level: 'province', adcode: '320000', zh: '江苏省', within: '江苏省' },
	{ level: 'city', adcode: '320100', zh: '南京市', within: '江苏省' },
	{ level: 'city', adcode: '320500', zh: '苏州市', within: '江苏省' },
	{ level: 'city', adcode: '320800', zh: '淮安市', within: '江苏省' },
	{ level: 'city', adcode: '341300', zh: '宿州市', within: '安徽省' },
	{ level: 'city', adcode: '341500', zh: '六安市', within: '安徽省' },
	...[
		['320106', '鼓楼区', '南京市'],
		['320302', '鼓楼区', '徐州市'],
		['320803', '淮安区', '淮安市'],
		['310115', '浦东新区', '上海市'],
		['310112', '闵行区', '上海市'],
		['330382', '乐清市', '温州市'],
		['331127', '景宁畲族自治县', '丽水市'],
		['341021', '歙县', '黄山市'],
		['340403', '田家庵区', '淮南市'],
		['340711', '郊区', '铜陵市']
	].map(([adcode, zh, within]): Named => ({ level: 'district', adcode: adcode!, zh: zh!, within: within! }))
];
const names = nameRegions(regions);

describe('nameRegions', () => {
	it.each([
		['province 320000', { zhShort: '江苏', en: 'Jiangsu', enFull: 'Jiangsu', pinyin: 'jiangsu', initials: 'js' }],
		['city 320500', { zhShort: '苏州', en: 'Suzhou', enFull: 'Suzhou (Jiangsu)', initials: 'sz' }],
		['city 341300', { zhShort: '宿州', en: 'Suzhou', enFull: 'Suzhou (Anhui)', initials: 'sz' }],
		['city 320800', { zhShort: '淮安', en: "Huai'an", enFull: "Huai'an", pinyin: 'huaian', initials: 'ha' }],
		['city 341500', { en: "Lu'an", pinyin: 'luan' }],
		['district 320106', { zhShort: '鼓楼', en: 'Gulou', enFull: 'Gulou District (Nanjing)' }],
		['district 320302', { enFull: 'Gulou District (Xuzhou)' }],
		['district 320803', { zh: '淮安区', zhShort: '淮安区', enFull: "Huai'an District" }],
		['district 310115', { zhShort: '浦东', enFull: 'Pudong New Area' }],
		['district 310112', { en: 'Minhang', pinyin: 'minhang', initials: 'mh' }],
		['district 330382', { zhShort: '乐清', enFull: 'Yueqing City' }],
		['district 331127', { zhShort: '景宁', enFull: 'Jingning She Autonomous County', pinyin: 'jingning' }],
		['district 341021', { zhShort: '歙县', en: 'Shexian', enFull: 'Shexian County', initials: 'sx' }],
		['district 340403', { en: "Tianjia'an", pinyin: 'tianjiaan', initials: 'tja' }],
		['district 340711', { zhShort: '郊区', en: 'Jiaoqu' }]
	])('%s', (key, expected) => expect(names.get(key)).toMatchObject(expected));
});
