import { NARROW, WIDE, type Size } from './plot.ts';

const blank = ({ width, height }: Size): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true"></svg>`;

/** A drawing that only keeps the room of a chart, for a view that the server has not drawn: the browser draws into it. */
export const blankDrawing = { wide: blank(WIDE), narrow: blank(NARROW) };
