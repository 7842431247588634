import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, fit, FORMS, formOf, ledeScale, ledeStyle, placesOf, placeStyle, SHEETS, titleScale, TYPE, type Box } from './arrange.ts';

const sheet = fc.constantFrom(...SHEETS);
/** From a telephone held upright to four screens side by side. */
const pixels = fc.tuple(fc.integer({ min: 360, max: 8000 }), fc.integer({ min: 360, max: 4400 })).filter(([w, h]) => w / h > 0.4 && w / h < 5);

function overlap(a: Box, b: Box): boolean {
	const slack = 0.01;
	return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

describe('the arrangement of the wall', () => {
	test('lays nothing over anything else and nothing outside, in a window of any shape', () => {
		fc.assert(
			fc.property(sheet, pixels, (kind, [width, height]) => {
				const boxes = Object.entries(arrange(kind, width, height).regions);
				for (const [i, [name, box]] of boxes.entries()) {
					expect(Math.min(box.x, box.y)).toBeGreaterThan(0);
					expect(box.x + box.width).toBeLessThan(width);
					expect(box.y + box.height).toBeLessThan(height);
					for (const [other, rival] of boxes.slice(i + 1)) expect(overlap(box, rival), `${name} over ${other} in ${width}×${height}`).toBe(false);
				}
			})
		);
	});

	test('has the same slots in every form of a sheet', () => {
		for (const kind of SHEETS) {
			const [first, ...others] = FORMS.map(({ form }) => Object.keys(placesOf(kind, form)).sort());
			for (const slots of others) expect(slots).toEqual(first);
		}
	});

	test('keeps the ratio of a map and does not leave its box', () => {
		fc.assert(
			fc.property(sheet, pixels, fc.double({ min: 0.4, max: 2.5, noNaN: true }), (kind, [width, height], ratio) => {
				const { map } = arrange(kind, width, height).regions;
				if (!map) return;
				const own = fit(map, ratio);
				expect(own.width / own.height).toBeCloseTo(ratio, 6);
				expect(own.x).toBeGreaterThanOrEqual(map.x - 1e-6);
				expect(own.y).toBeGreaterThanOrEqual(map.y - 1e-6);
				expect(own.width).toBeLessThanOrEqual(map.width + 1e-6);
				expect(own.height).toBeLessThanOrEqual(map.height + 1e-6);
				expect(Math.min(map.width - own.width, map.height - own.height)).toBeLessThan(1e-6);
			})
		);
	});

	test('sets a title whole into the head of every screen: in one line, or in two where one would be too small', () => {
		fc.assert(
			fc.property(sheet, fc.constantFrom([1280, 720], [1920, 1080], [3840, 1080], [6656, 1792], [1080, 1920], [1024, 768]), fc.double({ min: 1, max: 46, noNaN: true }), (kind, [width, height], ems) => {
				const { type, regions } = arrange(kind, width as number, height as number);
				const { scale, lines } = titleScale(ems);
				const taken = Math.ceil((scale * ems) / ((regions.head?.width ?? 0) / type));
				expect(scale).toBeGreaterThanOrEqual(1.15);
				expect(taken).toBeLessThanOrEqual(lines);
				expect(0.86 * 1.5 + scale * 1.27 * taken).toBeLessThanOrEqual((regions.head?.height ?? 0) / type);
			})
		);
		expect(titleScale(4)).toEqual({ scale: 1.9, lines: 1 });
	});

	test('sets type that is a share of the height, or of the width of an upright window', () => {
		fc.assert(
			fc.property(sheet, pixels, (kind, [width, height]) => {
				const { type } = arrange(kind, width, height);
				expect(type).toBeGreaterThanOrEqual((Math.min(height, width) * TYPE.height) / 100 - 1e-9);
				if (width >= height) expect(type / height).toBeCloseTo(TYPE.height / 100, 9);
			})
		);
	});

	test('gives the code a square that a phone can read', () => {
		fc.assert(
			fc.property(sheet, pixels, (kind, [width, height]) => {
				const { code } = arrange(kind, width, height).regions;
				expect(fit(code!, 1).height).toBeGreaterThanOrEqual(Math.min(width, height) * 0.1);
			})
		);
	});

	test.each([
		[1920, 1080, 'wide'],
		[3840, 1080, 'band'],
		[6656, 1792, 'band'],
		[1080, 1920, 'tall'],
		[1024, 768, 'square'],
		[2560, 1080, 'wide'],
		[1200, 1200, 'square']
	] as const)('%i × %i is %s', (width, height, form) => {
		expect(formOf(width, height)).toBe(form);
	});

	test('sets long words smaller than short ones, never below a limit', () => {
		fc.assert(
			fc.property(sheet, fc.constantFrom(...FORMS.map(({ form }) => form)), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 200 }), (kind, form, ems, more) => {
				const [short, long] = [ledeScale(kind, form, ems), ledeScale(kind, form, ems + more)];
				expect(long).toBeLessThanOrEqual(short);
				expect(long).toBeGreaterThanOrEqual(0.8);
			})
		);
	});

	test('is written for the style sheet as insets of every form', () => {
		expect(placeStyle('full', 'map')).toBe('--tall:33.4% 4% 34% 4%;--square:28.5% 48.2% 17% 2.8%;--wide:3.6% 54.5% 3.6% 2.5%;--band:3.6% 75.5% 3.6% 1.5%');
		expect(placeStyle('list', 'map')).toBe('');
		expect(ledeStyle('full', 60)).toMatch(/^--tall-lede:[\d.]+em;--square-lede:[\d.]+em;--wide-lede:[\d.]+em;--band-lede:[\d.]+em$/);
	});
});
