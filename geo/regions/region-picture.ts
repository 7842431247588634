import picture from '../data/paths/region.json' with { type: 'json' };
import type { Picture } from './picture.ts';

/** The picture of the whole region: the 41 cities. About 14 kB compressed; for server and browser. */
export const regionPicture = picture as unknown as Picture;
