import type { SketchArea, SketchFrame, SketchPicture, SketchStage } from '#lib/picture/map/sketch.ts';
import { sketchLand, sketchMarks } from './draw.ts';

/**
 * Draws a moving map on two canvases of the page: its areas, which lie under the lines of the drawing, and what lies on
 * top of them. Runs beside the page, so that drawing takes nothing from the page's own frames.
 */

/** What the page tells; the canvases and the picture come first. `turn` counts the times the map has begun to move. */
export type Told =
	| { readonly what: 'canvases'; readonly land: OffscreenCanvas; readonly marks: OffscreenCanvas }
	| { readonly what: 'picture'; readonly picture: SketchPicture }
	| { readonly what: 'stage'; readonly stage: SketchStage; readonly turn: number }
	| { readonly what: 'frame'; readonly frame: SketchFrame };
/** What the page is told: the turn whose day is on the canvases. */
export type Drawn = { readonly turn: number };

let canvases: { readonly land: OffscreenCanvas; readonly marks: OffscreenCanvas } | undefined;
let picture: SketchPicture | undefined;
let stage: SketchStage | undefined;
let frame: SketchFrame | undefined;
let turn = 0;
/** The shades on the canvas; most days leave every one as it was. */
let shades = '';
let due = false;

onmessage = ({ data }: MessageEvent<Told>): void => {
	if (data.what === 'canvases') canvases = data;
	else if (data.what === 'frame') ({ frame } = data);
	else {
		if (data.what === 'picture') ({ picture } = data);
		else ({ stage, turn } = data);
		shades = '';
	}
	// Of days that come faster than they can be drawn, the last counts.
	if (!due) requestAnimationFrame(draw);
	due = true;
};

function draw(): void {
	due = false;
	if (!canvases || !picture || !stage || !frame) return;
	const sketched = { picture, stage };
	const now = shadesOf(frame.areas);
	if (now !== shades) {
		const context = cleared(canvases.land, stage);
		if (stage.land) sketchLand(context, frame.areas, sketched);
		shades = now;
	}
	sketchMarks(cleared(canvases.marks, stage), frame, sketched);
	postMessage({ turn } satisfies Drawn);
}

function shadesOf(areas: readonly SketchArea[]): string {
	return areas.map(({ code, step, muted }) => `${code}${step}${muted}`).join();
}

/** An empty canvas of the stage's size, to be drawn on in px of the page. */
function cleared(canvas: OffscreenCanvas, { width, height, ratio }: SketchStage): OffscreenCanvasRenderingContext2D {
	const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
	if (canvas.width !== across) canvas.width = across;
	if (canvas.height !== down) canvas.height = down;
	const context = canvas.getContext('2d')!;
	context.setTransform(across / width, 0, 0, down / height, 0, 0);
	context.clearRect(0, 0, width, height);
	return context;
}
