import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { areaPicture } from '#geo/regions/area-picture.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { regionPicture } from '#geo/regions/region-picture.ts';
import { project } from '#lib/picture/map/projection.ts';
import { startServer, type RunningServer } from '#tests/server/start.ts';

let server: RunningServer | undefined;
test.beforeAll(async () => {
	test.setTimeout(120_000);
	server = await startServer({ env: { STAGE: '1' } });
});
test.afterAll(() => server?.stop());

// The tests that draw with WebGL do so in software, where one frame may take half a second.
test.setTimeout(90_000);

type Image = { width: number; height: number; data: Uint8Array };
type Colour = readonly [r: number, g: number, b: number];

/** The colours of the light theme by name, from the style sheet itself. */
const TOKENS = Object.fromEntries(
	[...readFileSync('src/lib/components/ui/tokens.css', 'utf8').matchAll(/--([\w-]+): var\(--light, #(\w{6})\)/g)].map(
		([, name, hex]) => [name!, [0, 2, 4].map((i) => Number.parseInt(hex!.slice(i, i + 2), 16)) as unknown as Colour]
	)
);

async function open(page: Page, path: string): Promise<Locator> {
	await page.goto(server!.origin + path);
	const map = page.locator('.map').first();
	await map.scrollIntoViewIfNeeded();
	return map;
}

/** What a part of the page looks like, decoded in a page of its own. */
async function look(element: Locator): Promise<Image> {
	const png = (await element.screenshot({ animations: 'disabled' })).toString('base64');
	const context = await element.page().context().browser()!.newContext();
	const page = await context.newPage();
	const image = await page.evaluate(async (source) => {
		const bitmap = new Image();
		bitmap.src = `data:image/png;base64,${source}`;
		await bitmap.decode();
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const drawing = canvas.getContext('2d')!;
		drawing.drawImage(bitmap, 0, 0);
		const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
		let text = '';
		for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
		return { width: bitmap.width, height: bitmap.height, text: btoa(text) };
	}, png);
	await context.close();
	return { width: image.width, height: image.height, data: new Uint8Array(Buffer.from(image.text, 'base64')) };
}

/** The colour at a point in degrees. */
function colourAt({ width, data }: Image, picture: Picture, lon: number, lat: number): Colour {
	const [x, y] = project(picture, { lon, lat });
	const scale = width / picture.width;
	const at = 4 * (Math.round(y * scale) * width + Math.round(x * scale));
	return [data[at]!, data[at + 1]!, data[at + 2]!];
}

function expectColour(actual: Colour, token: string): void {
	const off = Math.max(...actual.map((part, i) => Math.abs(part - TOKENS[token]![i]!)));
	expect(off, `${actual} is --${token} (${TOKENS[token]})`).toBeLessThanOrEqual(6);
}

/** Share of pixels that differ visibly. */
function difference(a: Image, b: Image): number {
	expect([b.width, b.height]).toEqual([a.width, a.height]);
	let count = 0;
	for (let i = 0; i < a.data.length; i += 4) {
		const off = Math.max(...[0, 1, 2].map((part) => Math.abs(a.data[i + part]! - b.data[i + part]!)));
		if (off > 40) count++;
	}
	return count / (a.width * a.height);
}

/** Points in degrees away from names, bubbles and arcs, and what colour lies there on the recorded facts. */
const REGION: readonly (readonly [place: string, lon: number, lat: number, token: string])[] = [
	['Yixing, of Wuxi', 119.66, 31.33, 'c4'],
	['Chuzhou', 117.6, 32.35, 'c3'],
	['Chongming, of Shanghai', 121.65, 31.6, 'c2'],
	['Huzhou', 119.6, 30.68, 'c1'],
	['Xuzhou', 118.15, 34.3, 'c0'],
	['Lishui', 119.6, 28.1, 'c0'],
	['the sea', 122.6, 33.2, 'paper'],
	['Hongze Lake', 118.63, 33.2, 'water']
];

/** Reaches for the map until it is live: a pointer that entered before the script had taken over is not noticed. */
async function startLive(map: Locator): Promise<void> {
	await expect(async () => {
		await map.dispatchEvent('pointerenter');
		await expect(map).toHaveClass(/\blive\b/, { timeout: 10_000 });
	}).toPass({ timeout: 90_000 });
}

/** Types a word in one go; again when the machine was so slow between two letters that they made two words. */
async function typeName(page: Page, word: string, code: string): Promise<void> {
	await expect(async () => {
		await page.keyboard.type(word);
		expect(await focused(page), word).toBe(code);
	}).toPass({ intervals: [1000], timeout: 20_000 });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null);

/** The transform of the land; null at rest. */
const placement = (map: Locator) => map.locator('.areas').first().evaluate((areas) => areas.parentElement!.parentElement!.getAttribute('transform'));

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the dashboard has drawn its map', async ({ page }) => {
		const image = await look(await open(page, '/?theme=light'));
		for (const [place, lon, lat, token] of REGION) {
			await test.step(place, () => expectColour(colourAt(image, regionPicture, lon, lat), token));
		}
	});

	test('a city page has drawn its districts', async ({ page }) => {
		const map = await open(page, '/cities/320200?theme=light');
		const image = await look(map);
		const picture = (await areaPicture('320200'))!;
		expectColour(colourAt(image, picture, 120.1, 31.22), 'water');
		await expect(map.locator('.areas a')).toHaveCount(7);
	});

	test('every area is a link of its own with a name in words', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain');
		await expect(map.locator('.areas a[href^="/cities/"]')).toHaveCount(41);
		await expect(map.locator('.areas a[tabindex="0"]')).toHaveCount(41);
		await expect(map.getByRole('link', { name: '滁州市：成员 3 家（园区 2 家、政府部门 1 家）' })).toHaveAttribute(
			'href',
			'/cities/341100'
		);
		await expect(map.locator('button')).toHaveCount(0);
	});

	test('names keep their size at every width', async ({ page }) => {
		for (const [width, size] of [
			[350, 11],
			[620, 12],
			[850, 13]
		]) {
			const map = await open(page, `/stage/map?case=plain&width=${width}`);
			const name = map.locator('.names text:visible', { hasText: /^南京/ });
			await expect(name).toHaveCount(1);
			expect(await name.evaluate((text) => parseFloat(getComputedStyle(text).fontSize))).toBe(size);
			const { height } = (await name.boundingBox())!;
			expect(height).toBeLessThan(size! * 1.7);
		}
	});
});

test.describe('live', () => {
	test('takes over in place without a jump, and WebGL has drawn', async ({ page }) => {
		const map = await open(page, '/stage/map?case=few&width=700&theme=light');
		await expect(map.locator('button').first()).toBeVisible();
		const still = await look(map);
		await startLive(map);
		const live = await look(map);
		expect(difference(still, live)).toBeLessThan(0.01);

		// The canvas alone, without what lies on it.
		await map.locator('svg[role=group]').evaluate((overlay) => ((overlay as SVGElement).style.visibility = 'hidden'));
		const canvas = await look(map);
		for (const [place, lon, lat, token] of REGION.filter(([, , , token]) => token !== 'water')) {
			await test.step(place, () => expectColour(colourAt(canvas, regionPicture, lon, lat), token));
		}
	});

	test('also on a page of districts, on a dark page', async ({ page }) => {
		const map = await open(page, '/stage/map?case=city&width=700&theme=dark');
		await expect(map.locator('button').first()).toBeVisible();
		const still = await look(map);
		await startLive(map);
		expect(difference(still, await look(map))).toBeLessThan(0.01);
	});

	test('zooms to the districts and back to where it was', async ({ page }) => {
		const map = await open(page, '/stage/map?case=few&width=700&theme=light');
		await startLive(map);
		const rest = await look(map);
		expect(await placement(map)).toBeNull();
		await expect(map.locator('.names text', { hasText: /^江阴$/ })).toHaveCount(0);
		for (let i = 0; i < 4; i++) await page.getByRole('button', { name: '放大地图' }).click();
		await expect.poll(() => placement(map), { timeout: 30_000 }).toMatch(/^matrix\(4 0 0 4 /);
		await expect(map.locator('.names text', { hasText: /^句容$/ })).toBeVisible({ timeout: 20_000 });
		expect(difference(rest, await look(map))).toBeGreaterThan(0.1);

		await page.getByRole('button', { name: '恢复地图全貌' }).click();
		await expect.poll(() => placement(map), { timeout: 20_000 }).toBeNull();
		await page.mouse.move(0, 0);
		await expect.poll(async () => difference(rest, await look(map)), { timeout: 20_000 }).toBeLessThan(0.01);
	});

	test('stays in place when the page changes its width', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain&theme=light');
		await startLive(map);
		await page.setViewportSize({ width: 600, height: 800 });
		await expect.poll(async () => (await map.boundingBox())!.width).toBeLessThan(600);
		const { width } = (await map.boundingBox())!;
		await expect.poll(async () => (await map.locator('canvas').boundingBox())?.width, { timeout: 20_000 }).toBe(width);
		expect(await placement(map)).toBeNull();
		await expect(async () => {
			const narrow = await look(map);
			for (const [, lon, lat, token] of REGION) expectColour(colourAt(narrow, regionPicture, lon, lat), token);
		}).toPass({ timeout: 20_000 });
	});

	test('the wheel scrolls the page; with Ctrl it zooms', async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 500 });
		const map = await open(page, '/stage/map?case=plain');
		await startLive(map);
		await page.evaluate(() => scrollTo(0, 0));
		const { x, y, width } = (await map.boundingBox())!;
		await page.mouse.move(x + width / 2, y + 150);
		await page.mouse.wheel(0, 120);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
		expect(await placement(map)).toBeNull();
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -400);
		await page.keyboard.up('Control');
		await expect.poll(() => placement(map), { timeout: 20_000 }).toMatch(/^matrix/);
	});

	test('a click opens the area under the pointer', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain&width=700');
		await startLive(map);
		const [x, y] = project(regionPicture, { lon: 117.6, lat: 32.35 });
		const box = (await map.boundingBox())!;
		const at = { x: box.x + (x * box.width) / regionPicture.width, y: box.y + (y * box.width) / regionPicture.width };
		await page.mouse.move(at.x, at.y);
		await expect(page.locator('.tooltip')).toContainText('滁州', { timeout: 20_000 });
		await page.mouse.click(at.x, at.y);
		await expect(page.locator('output')).toHaveAttribute('data-opened', '/cities/341100');
	});

	test('another picture is another map, and nothing of the first stays', async ({ page }) => {
		const map = await open(page, '/stage/map?case=few&width=700');
		await startLive(map);
		await page.getByRole('link', { name: 'zhoushan', exact: true }).click();
		await expect(page.locator('.areas a[href^="/districts/3309"]').first()).toBeVisible();
		await expect(page.locator('.map')).toHaveCount(1);
		await expect(page.locator('.map canvas')).toHaveCount(0);
	});

	test('without WebGL the drawing stays as it is, and nothing is said', async ({ page }) => {
		const said: string[] = [];
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) said.push(message.text());
		});
		page.on('pageerror', (error) => said.push(String(error)));
		await page.addInitScript(() => {
			const plain = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
				return `${args[0]}`.startsWith('webgl') ? null : Reflect.apply(plain, this, args);
			} as typeof plain;
		});
		const map = await open(page, '/stage/map?case=few&width=700&theme=light');
		await expect(map.locator('button').first()).toBeVisible();
		await map.dispatchEvent('pointerenter');
		await expect(map).toHaveClass(/\boff\b/, { timeout: 30_000 });
		await expect(map.locator('button')).toHaveCount(0);
		const image = await look(map);
		expectColour(colourAt(image, regionPicture, 119.66, 31.33), 'c4');
		expect(said).toEqual([]);
	});

	test('on paper the drawing stands in for the canvas', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain&width=700&theme=light');
		await startLive(map);
		await page.emulateMedia({ media: 'print' });
		const area = map.locator('[data-code="320200"] path');
		expect(await area.evaluate((path) => getComputedStyle(path).fill)).toBe(`rgb(${TOKENS.c4!.join(', ')})`);
		expect(await map.locator('.canvas').evaluate((canvas) => getComputedStyle(canvas).visibility)).toBe('hidden');
		await expect(map.locator('button').first()).toBeHidden();
	});
});

test.describe('keyboard', () => {
	test('one stop, arrows to the neighbours, Home, End, a name typed, Enter, Esc', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain&width=700');
		await expect(map.locator('.areas a[tabindex="0"]')).toHaveCount(1);
		await page.getByRole('link', { name: 'city', exact: true }).focus();
		await page.keyboard.press('Tab');
		expect(await focused(page)).toBe('320200');
		await expect(page.locator('path.focus')).toBeVisible();
		await expect(page.locator('.tooltip')).toContainText('无锡');

		const walk: [key: string, code: string][] = [
			['ArrowLeft', '320400'],
			['ArrowDown', '341800'],
			['Home', '310000'],
			['End', '341800']
		];
		for (const [key, code] of walk) {
			await page.keyboard.press(key);
			expect(await focused(page), key).toBe(code);
			await expect(map.locator('.areas a[tabindex="0"]')).toHaveAttribute('data-code', code);
		}
		await typeName(page, 'lyg', '320700');
		await page.keyboard.press('Escape');
		await expect(page.locator('output')).toHaveAttribute('data-up', '1');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: '放大地图' })).toBeFocused();
		await page.keyboard.press('Shift+Tab');
		expect(await focused(page)).toBe('320700');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/cities\/320700/);
	});

	test('the ring and the area come into view on a zoomed map', async ({ page }) => {
		const map = await open(page, '/stage/map?case=plain&width=700');
		await expect(map.locator('.areas a[tabindex="0"]')).toHaveCount(1);
		await map.locator('.areas a[tabindex="0"]').focus();
		await expect(map).toHaveClass(/\blive\b/, { timeout: 60_000 });
		for (let i = 0; i < 4; i++) await page.keyboard.press('+');
		await expect.poll(() => placement(map), { timeout: 30_000 }).toMatch(/^matrix\(4 0 0 4 /);
		await typeName(page, 'wenz', '330300');
		const overlap = async () => {
			const [ring, box] = [(await map.locator('path.focus').boundingBox())!, (await map.boundingBox())!];
			return box.y + box.height - ring.y;
		};
		await expect.poll(overlap, { timeout: 20_000 }).toBeGreaterThan(100);
		await page.keyboard.press('0');
		await expect.poll(() => placement(map), { timeout: 20_000 }).toBeNull();
	});
});

test('hover shows in words what the area says, as text', async ({ page }) => {
	const map = await open(page, '/stage/map?case=hostile&width=700');
	// Only the drawing: this is about the words, not about WebGL.
	await page.route('**/*.topo*.json', (route) => route.abort());
	const area = map.locator('[data-code="320200"]');
	await expect(area).toHaveAttribute('aria-label', /<img/);
	const [x, y] = project(regionPicture, { lon: 119.66, lat: 31.33 });
	const box = (await map.boundingBox())!;
	await page.mouse.move(box.x + (x * box.width) / 800, box.y + (y * box.width) / 800);
	await expect(page.locator('.tooltip')).toContainText('<img src=x onerror=alert(1)>');
	await expect(page.locator('.map img')).toHaveCount(0);
});
