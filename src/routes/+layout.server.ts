import { frame } from '#lib/server/frame.ts';
import { readingOf } from '#lib/server/reading.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => frame(readingOf(event));
