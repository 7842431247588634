import { chromium as playwright } from '@playwright/test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chromium } from './chromium.ts';

afterEach(() => vi.unstubAllEnvs());

/** Draws in WebGL and in Chinese; what came of it. */
async function draw(): Promise<{ pixel: number[]; widths: number[]; ink: number }> {
	const { executablePath, args, env } = await chromium();
	const browser = await playwright.launch({ executablePath, args: [...args], env });
	try {
		const page = await browser.newPage();
		await page.setContent('<canvas></canvas>');
		return await page.evaluate(() => {
			const gl = document.querySelector('canvas')?.getContext('webgl2');
			if (!gl) throw new Error('no WebGL');
			gl.clearColor(1, 0, 0, 1);
			gl.clear(gl.COLOR_BUFFER_BIT);
			const pixel = new Uint8Array(4);
			gl.readPixels(1, 1, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);

			const text = document.createElement('canvas').getContext('2d');
			if (!text) throw new Error('no canvas');
			text.font = '20px sans-serif';
			const widths = ['太', 'iii', '太湖'].map((each) => text.measureText(each).width);
			// A missing glyph is drawn as the same box, whichever character it stands for.
			const shape = (each: string) => {
				text.clearRect(0, 0, 40, 40);
				text.fillText(each, 5, 25);
				return text.getImageData(0, 0, 40, 40).data;
			};
			const [first, second] = [shape('太'), shape('湖')];
			const ink = first.filter((value, i) => value !== second[i]).length;
			return { pixel: [...pixel], widths, ink };
		});
	} finally {
		await browser.close();
	}
}

describe.each([
	['the browser at hand', undefined],
	['the bundled browser', 'bundled']
])('%s', (_, kind) => {
	test.skipIf(kind === 'bundled' && process.platform !== 'linux')('draws in WebGL and in Chinese', async () => {
		if (kind) vi.stubEnv('TAIHU_BROWSER', kind);
		const { pixel, widths, ink } = await draw();
		expect(pixel).toEqual([255, 0, 0, 255]);
		expect(widths[0]).toBeCloseTo(20, 0);
		expect(widths[2]).toBeCloseTo(40, 0);
		expect(widths[1]).toBeLessThan(20);
		expect(ink).toBeGreaterThan(50);
	});
});

test('a CHROMIUM_PATH that does not run is an error, not passed over', async () => {
	vi.stubEnv('TAIHU_BROWSER', '');
	vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
	await expect(chromium()).rejects.toThrow('CHROMIUM_PATH=/nowhere/chromium does not run');
});
