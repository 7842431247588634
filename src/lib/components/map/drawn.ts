import type { Picture, PictureFrame } from '#geo/regions/picture.ts';
import { pictureOf } from '#geo/regions/picture.ts';

/**
 * The picture of a frame with the lines that the server drew of it into a document: what a page shows already need
 * not be fetched again as script. Null where no map of that frame has been drawn whole.
 */
export function drawnPicture(document: ParentNode, frame: PictureFrame): Picture | null {
	const land = [...document.querySelectorAll('svg.land')].find((svg) => Object.keys(frame.points).every((code) => lineOf(svg, `[data-code="${code}"] > .area`)));
	if (!land) return null;
	const [province, outline] = [lineOf(land, '.province'), lineOf(land, '.outline')];
	const lines = (selector: string): string[] => [...land.querySelectorAll(selector)].map((path) => path.getAttribute('d') ?? '');
	const [lakes, rivers] = [lines('.lake'), lines('.river')];
	if (!province || !outline || lakes.length !== frame.water.lakes.length || rivers.length !== frame.water.rivers.length) return null;
	const areas = Object.fromEntries(Object.keys(frame.points).map((code) => [code, lineOf(land, `[data-code="${code}"] > .area`) ?? '']));
	return pictureOf(frame, { areas, borders: { province, outline }, context: {}, lakes, rivers });
}

function lineOf(land: ParentNode, selector: string): string | null {
	return land.querySelector(selector)?.getAttribute('d') || null;
}
