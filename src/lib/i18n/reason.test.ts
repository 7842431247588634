import { expect, test } from 'vitest';
import { reasonWords } from './reason.ts';

test('a reason that nobody typed is told in the language of the reader', () => {
	expect(reasonWords('initial data', 'zh-CN')).toBe('初始数据');
	expect(reasonWords('initial data', 'en')).toBe('initial data');
	expect(reasonWords('修改记录', 'en')).toBe('record edited');
	expect(reasonWords('note added', 'zh-CN')).toBe('添加备注');
});

test('what somebody typed stays as it was typed', () => {
	expect(reasonWords('秘书处会议通过', 'en')).toBe('秘书处会议通过');
	expect(reasonWords('', 'en')).toBe('');
});
