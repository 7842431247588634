import { linkArc } from '#lib/picture/map/arc.ts';
import { bubbleRadii, holeRadius, turnsOf } from '#lib/picture/map/bubble.ts';
import { FIGURE_GAP } from '#lib/picture/map/labels.ts';
import { leaderOf } from '#lib/picture/map/leader.ts';
import { placeIn, type XY } from '#lib/picture/map/projection.ts';
import type { SketchArea, SketchFrame, SketchLabel, SketchLink, SketchPicture, SketchStage } from '#lib/picture/map/sketch.ts';
import { arcWidth, STROKES, USUAL_REM } from '#lib/picture/map/strokes.ts';
import { remembering } from '#lib/picture/remembering.ts';

/** Where is drawn, in px of the page. */
type Context = OffscreenCanvasRenderingContext2D;
/** What is drawn, and how. The colours and sizes are those of Land, Bubbles and Names. */
export type Sketched = { readonly picture: SketchPicture; readonly stage: SketchStage };

const path = remembering((d: string) => new Path2D(d), 1024);

/** Areas with their shades and borders. */
export function sketchLand(context: Context, areas: readonly SketchArea[], sketched: Sketched): void {
	const { picture, stage } = sketched;
	const { colours } = stage;
	const tenth = enter(context, sketched) / 10;
	context.scale(0.1, 0.1);
	context.lineJoin = 'round';
	for (const { code, step, muted = false } of areas) {
		const d = picture.areas[code];
		if (!d) continue;
		const shape = path(d);
		context.globalAlpha = muted ? 0.4 : 1;
		context.fillStyle = colours[muted ? 'c0' : step === null ? 'paper' : `c${step}`] as string;
		context.fill(shape);
		context.globalAlpha = 1;
		if (step === null && !muted) hatch(context, shape, picture.extent[code], colours['line-strong'] as string);
		context.strokeStyle = colours[muted ? 'line' : 'card'] as string;
		context.lineWidth = (STROKES.area * stage.rem) / USUAL_REM / tenth;
		context.stroke(shape);
	}
	context.restore();
}

/** Arcs, bubbles and names with their figures, in this order. */
export function sketchMarks(context: Context, { areas, links, labels }: SketchFrame, sketched: Sketched): void {
	sketchArcs(context, links, sketched);
	sketchBubbles(context, areas, sketched);
	const { em, family } = sketched.stage;
	// Setting a font costs as much as drawing with it.
	for (const weight of [400, 600] as const) {
		context.font = `${weight} ${em}px ${family}`;
		for (const label of labels) if (NAMES[label.kind]?.weight === weight) sketchName(context, label, sketched);
	}
}

/** Into the units of the picture; returns how many px one of them takes. The caller restores. */
function enter(context: Context, { picture, stage: { placement, width } }: Sketched): number {
	const unit = width / picture.width;
	const { scale, x, y } = placement ?? { scale: 1, x: 0, y: 0 };
	context.save();
	context.transform(unit * scale, 0, 0, unit * scale, unit * x, unit * y);
	return unit * scale;
}

function pixelOf([x, y]: XY, { picture, stage: { placement, width } }: Sketched): XY {
	const unit = width / picture.width;
	const { scale, x: dx, y: dy } = placement ?? { scale: 1, x: 0, y: 0 };
	return [(x * scale + dx) * unit, (y * scale + dy) * unit];
}

/** Side and width of stripe of the drawing's pattern, in tenths of a picture unit. */
const TILE = 70;
const STRIPE = 11;

function hatch(context: Context, shape: Path2D, extent: SketchPicture['extent'][string] | undefined, stripes: string): void {
	if (!extent) return;
	const [left, top, right, bottom] = extent.map((side) => side * 10) as [number, number, number, number];
	context.save();
	context.clip(shape);
	context.beginPath();
	for (let sum = Math.floor((left + top) / TILE) * TILE; sum <= right + bottom; sum += TILE) {
		context.moveTo(sum - top, top);
		context.lineTo(sum - bottom, bottom);
	}
	context.strokeStyle = stripes;
	context.lineWidth = STRIPE;
	context.stroke();
	context.restore();
}

function sketchArcs(context: Context, links: readonly SketchLink[], sketched: Sketched): void {
	const { picture, stage } = sketched;
	const unit = enter(context, sketched);
	const px = stage.rem / USUAL_REM / unit;
	context.strokeStyle = stage.colours.warm as string;
	context.globalAlpha = 0.8;
	context.lineCap = 'round';
	for (const { from, to, weight, visit } of links) {
		const [a, b] = [placeIn(picture, from), placeIn(picture, to)];
		if (!a || !b) continue;
		context.lineWidth = arcWidth(weight) * px;
		context.setLineDash(visit ? [4 / unit, 4 / unit] : []);
		context.stroke(path(linkArc(a, b)));
	}
	context.restore();
}

function sketchBubbles(context: Context, areas: readonly SketchArea[], sketched: Sketched): void {
	const { picture, stage } = sketched;
	const { em, colours } = stage;
	const radii = bubbleRadii(areas);
	const card = colours.card as string;
	context.strokeStyle = card;
	context.lineWidth = 0.05 * em;
	for (const { code, kinds } of areas.toSorted((a, b) => (radii.get(b.code) ?? 0) - (radii.get(a.code) ?? 0))) {
		const [point, radius] = [picture.points[code], (radii.get(code) ?? 0) * em];
		if (!point || radius === 0) continue;
		const [x, y] = pixelOf(point, sketched);
		disc(context, x, y, radius + 0.1 * em, card);
		const turns = turnsOf(kinds);
		for (const { kind, from, to } of turns) {
			context.beginPath();
			context.moveTo(x, y);
			context.arc(x, y, radius, angle(from), angle(to));
			context.fillStyle = colours[`k-${kind}`] as string;
			context.fill();
		}
		context.beginPath();
		if (turns.length > 1)
			for (const { from } of turns) {
				context.moveTo(x, y);
				context.lineTo(x + radius * Math.cos(angle(from)), y + radius * Math.sin(angle(from)));
			}
		context.moveTo(x + radius, y);
		context.arc(x, y, radius, 0, 2 * Math.PI);
		context.stroke();
		disc(context, x, y, holeRadius(radius / em) * em, card);
	}
}

/** Turns count from the top, angles from the right. */
function angle(turn: number): number {
	return (turn - 0.25) * 2 * Math.PI;
}

function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.fillStyle = colour;
	context.fill();
}

/** Ink, halo, the halo's width in em and the weight of the names that change; the others stay in the drawing. */
const NAMES = {
	covered: { ink: 'ink', halo: 'card', width: 0.24, weight: 600 },
	plain: { ink: 'ink-3', halo: 'c0', width: 0.2, weight: 400 },
	muted: { ink: 'ink-3', halo: 'paper', width: 0.2, weight: 400 },
	water: null,
	district: null
} as const;

function sketchName(context: Context, label: SketchLabel, sketched: Sketched): void {
	const { em, colours } = sketched.stage;
	const { text, figure, radius, dx, dy, anchor } = label;
	const look = NAMES[label.kind];
	if (!look) return;
	const [x, y] = pixelOf([label.x * sketched.picture.width, label.y * sketched.picture.width], sketched);
	if (label.leader) {
		const { x1, y1, x2, y2 } = leaderOf(radius, dx, dy);
		context.beginPath();
		context.moveTo(x + x1 * em, y + y1 * em);
		context.lineTo(x + x2 * em, y + y2 * em);
		context.strokeStyle = colours['ink-3'] as string;
		context.lineWidth = 0.06 * em;
		context.stroke();
	}
	const name = context.measureText(text).width;
	const gap = name + FIGURE_GAP * em;
	const whole = figure === null || anchor === 'start' ? name : gap + context.measureText(figure).width;
	const left = x + dx * em - { start: 0, middle: whole / 2, end: whole }[anchor];
	const base = y + dy * em;
	context.strokeStyle = colours[look.halo] as string;
	context.lineWidth = look.width * em;
	context.lineJoin = 'round';
	context.strokeText(text, left, base);
	if (figure !== null) context.strokeText(figure, left + gap, base);
	context.fillStyle = colours[look.ink] as string;
	context.fillText(text, left, base);
	context.fillStyle = colours.accent as string;
	if (figure !== null) context.fillText(figure, left + gap, base);
}
