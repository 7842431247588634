import type { Picture } from '#geo/regions/picture.ts';
import { linkArc } from '#lib/picture/map/arc.ts';
import { holeRadius, turnsOf } from '#lib/picture/map/bubble.ts';
import { bubbleRadii } from '#lib/picture/map/label-items.ts';
import { FIGURE_GAP } from '#lib/picture/map/labels.ts';
import { leaderOf } from '#lib/picture/map/leader.ts';
import { shownAt, type LaidLabel } from '#lib/picture/map/layouts.ts';
import { placeIn, type Placement, type XY } from '#lib/picture/map/projection.ts';
import { arcWidth, STROKES, USUAL_REM } from '#lib/picture/map/strokes.ts';
import type { Scene, SceneArea } from '#lib/picture/map/scene.ts';
import { remembering } from '#lib/picture/remembering.ts';

/**
 * What a map shows while it moves, on a canvas as the drawing would have it: a canvas costs the page a fraction of what
 * several hundred elements do. The colours and sizes are those of Land, Bubbles and Names.
 */
export type Sketched = {
	readonly picture: Picture;
	readonly placement: Placement | null;
	/** Width of the map in px. */
	readonly width: number;
	readonly style: SketchStyle;
};

/** What the style sheets say now, by value: sizes in px, colours by token, the width of a text. */
export type SketchStyle = {
	readonly em: number;
	readonly rem: number;
	readonly family: string;
	readonly colour: (token: string) => string;
	readonly measure: (context: CanvasRenderingContext2D, text: string, weight: number) => number;
};

/** Reads the style that applies to a map's drawing. */
export function sketchStyle(drawing: Element): SketchStyle {
	const style = getComputedStyle(drawing);
	const widths = new Map<string, number>();
	return {
		em: parseFloat(style.fontSize),
		rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
		family: style.fontFamily,
		colour: remembering((token) => style.getPropertyValue(`--${token}`).trim(), 64),
		measure(context, text, weight) {
			const key = `${weight} ${text}`;
			const width = widths.get(key) ?? context.measureText(text).width;
			widths.set(key, width);
			return width;
		}
	};
}

const path = remembering((d: string) => new Path2D(d), 1024);

/** Areas with their shades and borders. */
export function sketchLand(context: CanvasRenderingContext2D, areas: readonly SceneArea[], sketched: Sketched): void {
	const { picture, style } = sketched;
	const tenth = enter(context, sketched) / 10;
	context.scale(0.1, 0.1);
	context.lineJoin = 'round';
	for (const { code, step, muted = false } of areas) {
		const d = picture.areas[code];
		if (!d) continue;
		const shape = path(d);
		context.globalAlpha = muted ? 0.4 : 1;
		context.fillStyle = style.colour(muted ? 'c0' : step === null ? 'paper' : `c${step}`);
		context.fill(shape);
		context.globalAlpha = 1;
		if (step === null && !muted) hatch(context, shape, picture.extent[code], style);
		context.strokeStyle = style.colour(muted ? 'line' : 'card');
		context.lineWidth = (STROKES.area * style.rem) / USUAL_REM / tenth;
		context.stroke(shape);
	}
	context.restore();
}

/** Arcs, bubbles and names with their figures, in this order; `labels` where they stood when the map began to move. */
export function sketchMarks(context: CanvasRenderingContext2D, scene: Scene, labels: readonly LaidLabel[], sketched: Sketched): void {
	sketchArcs(context, scene, sketched);
	sketchBubbles(context, scene.areas, sketched);
	// Setting a font costs as much as drawing with it.
	for (const weight of [400, 600] as const) {
		context.font = `${weight} ${sketched.style.em}px ${sketched.style.family}`;
		for (const label of labels) if (NAMES[label.item.kind]?.weight === weight) sketchName(context, label, sketched);
	}
}

/** Into the units of the picture; returns how many px one of them takes. The caller restores. */
function enter(context: CanvasRenderingContext2D, { picture, placement, width }: Sketched): number {
	const unit = width / picture.width;
	const { scale, x, y } = placement ?? { scale: 1, x: 0, y: 0 };
	context.save();
	context.transform(unit * scale, 0, 0, unit * scale, unit * x, unit * y);
	return unit * scale;
}

function pixelOf([x, y]: XY, { picture, placement, width }: Sketched): XY {
	const unit = width / picture.width;
	const { scale, x: dx, y: dy } = placement ?? { scale: 1, x: 0, y: 0 };
	return [(x * scale + dx) * unit, (y * scale + dy) * unit];
}

/** Side and width of stripe of the drawing's pattern, in tenths of a picture unit. */
const TILE = 70;
const STRIPE = 11;

function hatch(context: CanvasRenderingContext2D, shape: Path2D, extent: Picture['extent'][string] | undefined, { colour }: SketchStyle): void {
	if (!extent) return;
	const [left, top, right, bottom] = extent.map((side) => side * 10) as [number, number, number, number];
	context.save();
	context.clip(shape);
	context.beginPath();
	for (let sum = Math.floor((left + top) / TILE) * TILE; sum <= right + bottom; sum += TILE) {
		context.moveTo(sum - top, top);
		context.lineTo(sum - bottom, bottom);
	}
	context.strokeStyle = colour('line-strong');
	context.lineWidth = STRIPE;
	context.stroke();
	context.restore();
}

function sketchArcs(context: CanvasRenderingContext2D, { links }: Scene, sketched: Sketched): void {
	const { picture, style } = sketched;
	const unit = enter(context, sketched);
	const px = style.rem / USUAL_REM / unit;
	context.strokeStyle = style.colour('warm');
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

function sketchBubbles(context: CanvasRenderingContext2D, areas: readonly SceneArea[], sketched: Sketched): void {
	const { picture, style } = sketched;
	const { em, colour } = style;
	const radii = bubbleRadii(areas);
	const card = colour('card');
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
			context.fillStyle = colour(`k-${kind}`);
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

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
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

function sketchName(context: CanvasRenderingContext2D, { item, places }: LaidLabel, sketched: Sketched): void {
	const { style, width } = sketched;
	const { em, colour } = style;
	const look = NAMES[item.kind];
	const placed = shownAt(places, width);
	if (!look || !placed) return;
	const [x, y] = pixelOf([item.x * sketched.picture.width, item.y * sketched.picture.width], sketched);
	if (placed.leader) {
		const { x1, y1, x2, y2 } = leaderOf(item.radius, placed.dx, placed.dy);
		context.beginPath();
		context.moveTo(x + x1 * em, y + y1 * em);
		context.lineTo(x + x2 * em, y + y2 * em);
		context.strokeStyle = colour('ink-3');
		context.lineWidth = 0.06 * em;
		context.stroke();
	}
	const figure = placed.bare ? null : item.figure;
	const name = style.measure(context, item.text, look.weight);
	const gap = name + FIGURE_GAP * em;
	const whole = figure === null || placed.anchor === 'start' ? name : gap + style.measure(context, figure, look.weight);
	const left = x + placed.dx * em - { start: 0, middle: whole / 2, end: whole }[placed.anchor];
	const base = y + placed.dy * em;
	context.strokeStyle = colour(look.halo);
	context.lineWidth = look.width * em;
	context.lineJoin = 'round';
	context.strokeText(item.text, left, base);
	if (figure !== null) context.strokeText(figure, left + gap, base);
	context.fillStyle = colour(look.ink);
	context.fillText(item.text, left, base);
	context.fillStyle = colour('accent');
	if (figure !== null) context.fillText(figure, left + gap, base);
}
