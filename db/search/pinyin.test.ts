import { expect, test } from 'vitest';
import { cities } from '#geo/regions/city.ts';
import { districts } from '#geo/regions/district.ts';
import { fullPinyin, pinyinInitials } from './pinyin.ts';

test.each([
	['上海社会科学院经济研究所', 'shanghaishehuikexueyuanjingjiyanjiusuo', 'shshkxyjjyjs'],
	['长三角一体化', 'changsanjiaoyitihua', 'csjyth'],
	['重庆银行', 'chongqingyinhang', 'cqyh'],
	['国际（室内）协会', 'guojishineixiehui', 'gjsnxh'],
	['ABC公司2021年', 'abcgongsi2021nian', 'abcgs2021n'],
	['——', '', '']
])('%s', (text, pinyin, initials) => {
	expect(fullPinyin(text)).toBe(pinyin);
	expect(pinyinInitials(text)).toBe(initials);
});

test('every place of the region is read as the region model reads it', () => {
	// A short name may keep its 区 to be told from its city's, which the region's pinyin leaves out.
	const wrong = [...cities, ...districts].filter(({ zhShort, pinyin }) => ![pinyin, `${pinyin}qu`].includes(fullPinyin(zhShort)));
	expect(wrong.map(({ zhShort, pinyin }) => `${zhShort} ${pinyin} ≠ ${fullPinyin(zhShort)}`)).toEqual([]);
});

test('a place within a name is read the same way', () => {
	const wrong = [...cities, ...districts].filter(({ zh, zhShort }) => !fullPinyin(`${zh}开发区`).startsWith(fullPinyin(zhShort)));
	expect(wrong.map(({ zh }) => `${zh} ${fullPinyin(`${zh}开发区`)}`)).toEqual([]);
});
