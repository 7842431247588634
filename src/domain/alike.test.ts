import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likenessOf, nameKey, piecesOf, type Marks } from './alike.ts';

const marks = (name: string, over: Partial<Marks> = {}): Marks => ({ names: [name], pinyin: '', ...over });

test('one organisation under several spellings', () => {
	const like = (one: string, other: string) => likenessOf(marks(one), marks(other));
	expect(like('红豆集团有限公司', '红豆集团股份有限公司')).toBe('name');
	expect(like('江苏（无锡）示例园', '江苏(无锡)示例园')).toBe('name');
	expect(like('Example Co., Ltd.', 'EXAMPLE')).toBe('name');
	expect(like('无锡市红豆集团', '红豆集团有限公司')).toBe('similar');
	expect(like('无锡太湖学院研究院', '无锡太湖学园研究院')).toBeNull();
	expect(like('江苏省太湖流域水环境研究院', '江苏省太湖流域水环境研究所')).toBe('similar');
	expect(like('苏州博物馆', '常州博物馆')).toBeNull();
	expect(like('示例', '示例研究院')).toBeNull();
	expect(like('公司', '有限公司')).toBe(null);
});

test('a code or an address is surer than a name', () => {
	const [one, other] = [marks('甲', { creditCode: '91440300708461136T' }), marks('乙', { creditCode: '91440300708461136T' })];
	expect(likenessOf(one, other)).toBe('code');
	expect(likenessOf(marks('甲', { creditCode: null, url: '' }), marks('乙', { creditCode: null, url: '' }))).toBeNull();
	expect(likenessOf(marks('甲', { url: 'https://a.example' }), marks('甲', { url: 'https://a.example' }))).toBe('url');
	expect(likenessOf(marks('湖洲', { pinyin: 'huzhou' }), marks('湖州', { pinyin: 'huzhou' }))).toBe('pinyin');
});

test('whoever is like somebody is found by a piece, and it does not matter who is asked', () => {
	const name = fc.string({ unit: fc.constantFrom(...'太湖研究院无锡苏州示例 （）A'), minLength: 1, maxLength: 12 });
	fc.assert(
		fc.property(name, name, (one, other) => {
			const likeness = likenessOf(marks(one), marks(other));
			expect(likenessOf(marks(other), marks(one))).toBe(likeness);
			expect(likenessOf(marks(one), marks(one))).toBe(nameKey(one) ? 'name' : null);
			if (likeness) expect(piecesOf(marks(one)).some((piece) => nameKey(other).includes(piece))).toBe(true);
		})
	);
});
