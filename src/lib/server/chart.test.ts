import { describe, expect, it } from 'vitest';
import { growthOption } from '#lib/picture/chart/growth.ts';
import type { GrowthInput } from '#lib/picture/chart/growth-input.ts';
import { WIDE } from '#lib/picture/chart/plot.ts';
import { drawChart, drawGrowth } from './chart.ts';

const HOSTILE = `<img src=x onerror="alert('1')">&]]></svg><script>`;

const input: GrowthInput = {
	locale: 'zh-CN',
	days: ['2020-11-20', '2020-11-21', '2023-09-26', '2026-11-22'],
	bands: [
		{ key: 'institute', name: HOSTILE, color: 'var(--k-institute)', members: [0, 12, 13, 13] },
		{ key: 'park', name: '园区', color: 'var(--k-park)', members: [0, 0, 7, 7] }
	],
	occasions: [{ id: 'founding', on: '2020-11-21', short: HOSTILE, title: HOSTILE, joined: 12, href: null }],
	reported: [{ on: '2023-09-26', qualifier: 'nearly', value: 30, publisher: HOSTILE }],
	at: '2024-06-30'
};

const drawing = drawGrowth(input);
const pictures = [drawing?.wide ?? '', drawing?.narrow ?? ''];

describe('drawGrowth', () => {
	it('draws the bands, the ring and the words at both sizes', () => {
		expect(pictures.map((svg) => /viewBox="([^"]*)"/.exec(svg)?.[1])).toEqual(['0 0 520 262', '0 0 344 252']);
		for (const svg of pictures) {
			expect(svg).toMatch(/<path d="M[\d.]+ 238[HVL\d. ]+Z" fill="var\(--k-institute\)"\/>|<path d="M[\d.]+ 228[HVL\d. ]+Z" fill="var\(--k-institute\)"\/>/);
			expect(svg).toContain('fill="var(--k-park)"');
			expect(svg).toMatch(/<circle [^>]*r="4.5" fill="var\(--paper\)" stroke="var\(--warm\)"/);
			expect(svg).toContain('公布「近30家」');
			expect(svg).toMatch(/stroke="var\(--accent\)"/);
		}
	});

	it('steps exactly where the members change', () => {
		const band = /<path d="(M[^"]*Z)" fill="var\(--k-park\)"\/>/.exec(pictures[0] as string)?.[1];
		// From 12 of 30 on the founding day up to 20 on the day of the six cities, then level to the day of the view and not beyond.
		expect(band).toMatch(/^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H324\.4V238H\1Z$/);
		expect(pictures[0]).toMatch(/<path d="M324\.4 238V[\d.]+" [^>]*stroke="var\(--accent\)"/);
	});

	it('lets no name out of its text', () => {
		for (const svg of pictures) {
			expect(svg).not.toMatch(/<(?!\/?(svg|path|text|circle)\b)/);
			expect(svg).not.toMatch(/<[^>]*\son\w+=/);
			expect(svg).toContain('&lt;img src=x');
		}
	});

	it('has nothing that meets another picture on the page', () => {
		for (const svg of pictures) expect(svg).not.toMatch(/\s(id|class|style)=|url\(|<style|<defs|ecmeta|zr\d/);
	});

	it('is well formed', () => {
		for (const svg of pictures) {
			const open: string[] = [];
			for (const [, close, name, rest] of svg.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
				if (close) expect(open.pop()).toBe(name);
				else if (!rest?.endsWith('/')) open.push(name as string);
			}
			expect(open).toEqual([]);
		}
	});

	it('is the same each time, so that it can be cached and compared', () => {
		expect(drawGrowth(input)).toEqual(drawing);
	});

	it('draws nothing of nothing, but a published number alone', () => {
		const nobody = { ...input, bands: [{ ...input.bands[0]!, members: [0, 0, 0, 0] }] };
		expect(drawGrowth({ ...nobody, reported: [] })).toBeNull();
		expect(drawGrowth(nobody)?.wide).toContain('近30家');
	});
});

describe('drawChart', () => {
	it('is an image of the name given, or hidden', () => {
		const option = growthOption(input, WIDE);
		expect(drawChart(option, WIDE, 'a "<b>&')).toContain('role="img" aria-label="a &#34;&#60;b&#62;&#38;"');
		expect(drawChart(option, WIDE)).toContain('aria-hidden="true"');
	});
});
