import type { Locator, Page } from '@playwright/test';

export type Color = readonly [red: number, green: number, blue: number];

/** What is on a picture: the number of different colours (in steps of 16), the commonest one, and the share of it. */
export type Look = { readonly colors: number; readonly commonest: Color; readonly share: number };

/** Looks at an element, or at the whole window, as it is drawn. */
export async function look(target: Locator | Page): Promise<Look> {
	const page = 'page' in target ? target.page() : target;
	// Not the element's own screenshot: it waits for two equal frames, which a page without script may not give.
	const clip = 'page' in target ? await target.evaluate(place) : undefined;
	const picture = (await page.screenshot({ animations: 'disabled', ...(clip && { clip }) })).toString('base64');
	const context = await page.context().browser()!.newContext();
	try {
		// A page of its own: that of the product lets no data: picture be read by a script.
		const examiner = await context.newPage();
		return await examiner.evaluate(async (source) => {
			const image = new Image();
			image.src = `data:image/png;base64,${source}`;
			await image.decode();
			const canvas = new OffscreenCanvas(image.width, image.height);
			const drawing = canvas.getContext('2d')!;
			drawing.drawImage(image, 0, 0);
			const { data } = drawing.getImageData(0, 0, image.width, image.height);
			const seen = new Map<number, number>();
			for (let i = 0; i < data.length; i += 4) {
				const key = ((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4);
				seen.set(key, (seen.get(key) ?? 0) + 1);
			}
			const [[key, times]] = [...seen].toSorted((a, b) => b[1] - a[1]) as [[number, number]];
			const commonest = [(key >> 8) * 16, ((key >> 4) & 15) * 16, (key & 15) * 16] as const;
			return { colors: [...seen.values()].filter((pixels) => pixels > 20).length, commonest, share: times / (image.width * image.height) };
		}, picture);
	} finally {
		await context.close();
	}
}

/** Brings an element into the window; the part of it that can be seen there, in CSS pixels. */
function place(element: Element): { x: number; y: number; width: number; height: number } {
	element.scrollIntoView({ block: 'start', behavior: 'instant' });
	const { x, y, right, bottom } = element.getBoundingClientRect();
	return { x, y, width: Math.min(right, innerWidth) - x, height: Math.min(bottom, innerHeight) - y };
}

/** Clicks inside an area of a map, at a point where nothing else lies on it. */
export async function clickArea(page: Page, link: Locator): Promise<void> {
	const point = await link.evaluate((area) => {
		area.scrollIntoView({ block: 'center', behavior: 'instant' });
		const box = area.getBoundingClientRect();
		for (let i = 1; i < 20; i++)
			for (let j = 1; j < 20; j++) {
				const [x, y] = [box.left + (box.width * i) / 20, box.top + (box.height * j) / 20];
				if (document.elementFromPoint(x, y)?.closest('a') === area) return { x, y };
			}
		return null;
	});
	if (!point) throw new Error('no point of the area can be clicked');
	await page.mouse.click(point.x, point.y);
}
