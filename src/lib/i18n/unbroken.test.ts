import { expect, test } from 'vitest';
import { noteParts, unbroken } from './unbroken.ts';

const wholes = (text: string): string[] => unbroken(text).filter((_, i) => i % 2 === 1);

test('a date, a ratio, and a number with what it counts, stay on one line', () => {
	expect(wholes('截至2026年11月22日，最近一批8家于2023年9月在无锡加盟，来自六座城市。')).toEqual(['至2026年11月22日', '批8家', '于2023年9月']);
	expect(wholes('As of 22 November 2026, Wuxi has 1 association and 3 projects.')).toEqual(['22 November 2026', '1 association', '3 projects']);
	expect(wholes('无锡日报，2023-09-27')).toEqual(['2023-09-27']);
	expect(wholes('2 批加盟 · 3 家地点待核实')).toEqual(['2 批', '3 家']);
	expect(wholes('中心区27城：7 / 27')).toEqual(['区27城', '7 / 27']);
	expect(wholes('尚无登记成员。')).toEqual([]);
});

test('nothing is lost', () => {
	for (const text of ['2026年9月', 'GS(2024)0650号', '', '12家增至20家，2个增至4个。', '3 of 13']) expect(unbroken(text).join('')).toBe(text);
});

test('a note has a line end between its parts only, and no line begins with a dot', () => {
	expect(noteParts('已签约 3 · 进行中 2 · 意向 3')).toEqual(['已签约 3 ·', '进行中 2 ·', '意向 3']);
	expect(noteParts('all four since 2023-09-26')).toEqual(['all four since 2023-09-26']);
});
