import { pictures } from '../data/paths/index.ts';
import type { Picture } from './picture.ts';

/**
 * The picture of a city (its districts) or of a province (its cities), or `undefined` when the code is neither.
 * 310000 is the city. Read when first asked for; for the server.
 */
export async function areaPicture(adcode: string): Promise<Picture | undefined> {
	if (!Object.hasOwn(pictures, adcode)) return undefined;
	const module = await pictures[adcode as keyof typeof pictures]();
	return module.default as unknown as Picture;
}
