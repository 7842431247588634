import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/picture/figure.ts';
import { figureColumns, packed } from './columns.ts';

describe('pieces in lines', () => {
	test('stand in the least width', () => {
		expect(packed([3, 3, 3, 3], 2)).toBe(6);
		expect(packed([3, 3, 3, 3], 4)).toBe(3);
		expect(packed([5, 1, 1, 5], 2)).toBe(6);
		expect(packed([2, 9, 2], 3)).toBe(9);
		expect(packed([4], 3)).toBe(4);
	});

	test('need no more with more lines, and no less than the widest of them', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 6 }), (widths, lines) => {
				const width = packed(widths, lines);
				expect(width).toBeGreaterThanOrEqual(Math.max(...widths));
				expect(packed(widths, lines + 1)).toBeLessThanOrEqual(width);
				expect(width * lines).toBeGreaterThanOrEqual(widths.reduce((sum, one) => sum + one, 0));
			})
		);
	});
});

describe('columns of figures', () => {
	const figure = (label: string, value: string, note: string, of = ''): Figure => ({ label, value, note, of, href: '/' });
	const projects = figure('合作项目', '160', '已签约 38 · 进行中 67 · 已完成 24 · 已终止 9 · 意向 13 · 未报道 9', '项');

	test('give a note of many parts the width it needs in the lines that have room, and all the numbers one size', () => {
		const { fit, of } = figureColumns([figure('登记成员', '613', '12 批加盟 · 27 家地点待核实', '家'), figure('覆盖城市', '32', '中心区27城：24 / 27', '/ 41'), projects]);
		expect(fit).toBe(2.1);
		expect(of[2]!.width).toBeGreaterThan(1.5 * of[1]!.width);
		expect(of.every(({ lines }) => lines >= 2 && lines <= 4)).toBe(true);
	});

	test('five of the dashboard leave every number whole in the narrowest place', () => {
		const { fit, of } = figureColumns([figure('Members recorded', '613', '12 batches · 27 not placed'), { ...figure('Reported total', '580', 'Example Daily, 2025-12-27'), qualifier: 'over ' }, figure('Cities covered', '32', 'Central 27: 24 of 27', '/ 41'), figure('Provinces covered', '4', 'all four since 2021-11-18', '/ 4'), figure('Projects', '160', 'Signed 38 · Active 67 · Completed 24')]);
		expect(fit).toBeGreaterThan(1);
		expect(fit).toBeLessThan(2.1);
		expect(Math.min(...of.map(({ width }) => width))).toBeGreaterThan(2.5);
	});
});
