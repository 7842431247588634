import { expect, test } from 'vitest';
import { searchKeys } from './keys.ts';

test('a name is found by itself, its pinyin and its initials, in both languages, and by its other names', () => {
	expect(searchKeys({ name: { zh: '红豆集团', en: 'Hongdou Group' }, others: ['HODO', null] })).toEqual({
		pinyin: 'hongdoujituan',
		search: '\n红豆集团\nhodo\nhongdou group\nhongdoujituan\nhdjt'
	});
});
