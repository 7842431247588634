import frame from '../data/paths/region-frame.json' with { type: 'json' };
import type { PictureFrame } from './picture.ts';

/** The picture of the whole region, the 41 cities, without its lines. For server and browser; about 2 kB compressed. */
export const regionFrame = frame as unknown as PictureFrame;
