import lines from '../data/paths/region-lines.json' with { type: 'json' };
import { pictureOf, type Picture, type PictureLines } from './picture.ts';
import { regionFrame } from './region-frame.ts';

/**
 * The picture of the whole region: the 41 cities. About 17 kB compressed: a page of readers takes it from
 * `regionPictureHere`, which asks the document first.
 */
export const regionPicture: Picture = pictureOf(regionFrame, lines as unknown as PictureLines);
