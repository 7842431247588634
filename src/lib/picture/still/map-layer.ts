import type { Locale } from '#domain/locale.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { linkArc } from '../map/arc.ts';
import { bubble, bubbleRadii, holeRadius } from '../map/bubble.ts';
import { labelItems } from '../map/label-items.ts';
import { FIGURE_GAP } from '../map/labels.ts';
import { layoutAt } from '../map/layouts.ts';
import { outlineLine } from '../map/outline-line.ts';
import { placeIn, project } from '../map/projection.ts';
import type { Scene, SceneArea } from '../map/scene.ts';
import { STROKES } from '../map/strokes.ts';
import { escapeXml, short } from './markup.ts';

/** Share of a drawing's width that its labels are high, as on a large page. */
const LABEL = 0.016;

/** A map to be drawn; `label`: how high its names are as a share of its width, for a drawing that is shown small; null: it has none. */
export type MapLayer = { readonly picture: Picture; readonly scene: Scene; readonly locale: Locale; readonly width: number; readonly label?: number | null };

/**
 * The map of a scene as SVG markup `width` units wide, for a drawing without style sheets: lines have their width in
 * units, colours are tokens to be painted. The same shapes, bubbles and names as on the page.
 */
export function mapLayer({ picture, scene, locale, width, label = LABEL }: MapLayer): string {
	const scale = width / picture.width;
	/** A line of so many px on the page, inside the group that is scaled from tenths of a picture unit. */
	const line = (px: number): string => short((px * 10) / scale);
	const areas = scene.areas.filter(({ code }) => picture.areas[code]);
	return [
		patterns(),
		`<g transform="scale(${Math.round(scale * 1e5) / 1e5})"><g transform="scale(.1)" stroke-linejoin="round">`,
		`<g fill="var(--c0)" fill-opacity=".4" stroke="var(--line)" stroke-width="${line(STROKES.context)}">${Object.values(picture.context).map((d) => `<path d="${d}"/>`).join('')}</g>`,
		`<g stroke="var(--card)" stroke-width="${line(STROKES.area)}">${areas.map((area) => `<path d="${picture.areas[area.code]}" ${shade(area)}><title>${escapeXml(area.title)}</title></path>`).join('')}</g>`,
		`<path d="${picture.borders.province}" fill="none" stroke="var(--ink-2)" stroke-opacity=".8" stroke-width="${line(STROKES.province)}"/>`,
		`<path d="${picture.borders.outline}" fill="none" stroke="var(--line-strong)" stroke-width="${line(STROKES.outline)}"/>`,
		`<g fill="none" stroke="var(--water-line)" stroke-opacity=".75" stroke-linecap="round" stroke-width="${line(STROKES.river)}">${picture.water.rivers.map(({ d }) => `<path d="${d}"/>`).join('')}</g>`,
		`<g fill="var(--water)" stroke="var(--water-line)" stroke-width="${line(STROKES.lake)}">${picture.water.lakes.map(({ d }) => `<path d="${d}"/>`).join('')}</g>`,
		...scene.outlines.map(({ d }, i) => {
			const { stroke, 'stroke-dasharray': dashes } = outlineLine(i);
			return `<path d="${d}" fill="none" stroke="${stroke}" stroke-dasharray="${dashes.split(' ').map((n) => line(Number(n))).join(' ')}" stroke-width="${line(STROKES.group)}"/>`;
		}),
		'</g>',
		arcs(picture, scene, scale),
		'</g>',
		bubbles(picture, scene, scale, width * (label ?? LABEL)),
		label === null ? '' : names(picture, scene, locale, scale, { width, label })
	].join('');
}

function patterns(): string {
	const stripes = (d: string, stroke: string, width: number, ground: string): string =>
		`<rect width="70" height="70" fill="${ground}"/><path d="${d}" stroke="${stroke}" stroke-width="${width}"/>`;
	const pattern = (id: string, inside: string): string => `<pattern id="${id}" width="70" height="70" patternUnits="userSpaceOnUse">${inside}</pattern>`;
	const rising = 'M-10 10 10-10M0 70 70 0M60 80 80 60';
	return `<defs>${pattern('hatch', stripes(rising, 'var(--line-strong)', 11, 'var(--paper)'))}${pattern('new', stripes(rising, 'var(--c4)', 22, 'var(--c2)'))}${pattern('lost', stripes('M-10 60 10 80M0 0 70 70M60-10 80 10', 'var(--lost)', 22, 'var(--less)'))}</defs>`;
}

function shade({ step, mark, muted = false }: SceneArea): string {
	if (muted) return 'fill="var(--c0)" fill-opacity=".4"';
	if (mark === 'new' || mark === 'lost') return `fill="url(#${mark})"`;
	if (mark === 'less') return 'fill="var(--less)"';
	return step === null ? 'fill="url(#hatch)"' : `fill="var(--c${step})"`;
}

function arcs(picture: Picture, scene: Scene, scale: number): string {
	return scene.links
		.map(({ from, to, weight, visit, label }) => {
			const [a, b] = [placeIn(picture, from), placeIn(picture, to)];
			if (!a || !b) return '';
			const width = short((1.1 + Math.min(2, Math.log2(weight) / 2)) / scale);
			return `<path d="${linkArc(a, b)}" fill="none" stroke="var(--warm)" stroke-opacity=".8" stroke-linecap="round" stroke-width="${width}"${visit ? ` stroke-dasharray="${short(4 / scale)}"` : ''}><title>${escapeXml(label)}</title></path>`;
		})
		.join('');
}

function bubbles(picture: Picture, scene: Scene, scale: number, em: number): string {
	const radii = bubbleRadii(scene.areas);
	const rings = scene.areas
		.flatMap((area) => {
			const [point, radius] = [picture.points[area.code], radii.get(area.code)];
			return point && radius ? [{ area, point, radius }] : [];
		})
		.sort((a, b) => b.radius - a.radius)
		.map(
			({ area, point, radius }) =>
				`<g transform="translate(${short(point[0] * scale)} ${short(point[1] * scale)})scale(${short(em)})"><circle r="${short(radius + 0.1)}" fill="var(--card)"/><g stroke="var(--card)" stroke-width=".05">${bubble(radius, area.kinds).map(({ kind, d }) => `<path d="${d}" fill="var(--k-${kind})"/>`).join('')}</g><circle r="${holeRadius(radius)}" fill="var(--card)"/></g>`
		);
	const dots = scene.dots.map(({ point, kind, name }) => {
		const [x, y] = project(picture, point);
		return `<circle cx="${short(x * scale)}" cy="${short(y * scale)}" r="${short(em * 0.34)}" fill="var(--k-${kind})" stroke="var(--card)" stroke-width="${short(em * 0.1)}"><title>${escapeXml(name)}</title></circle>`;
	});
	return [...rings, ...dots].join('');
}

/** Fill, rim and weight of a name by what it names. */
const NAMES = {
	covered: ['var(--ink)', 'var(--card)', 600],
	plain: ['var(--ink-3)', 'var(--c0)', 400],
	muted: ['var(--ink-3)', 'var(--paper)', 400],
	water: ['var(--water-ink)', 'var(--water)', 400],
	district: ['var(--ink-2)', 'var(--c0)', 400]
} as const;

function names(picture: Picture, scene: Scene, locale: Locale, scale: number, { width, label }: { width: number; label: number }): string {
	const em = width * label;
	const ems = 1 / label;
	return layoutAt(labelItems(picture, scene.areas, locale), picture.height / picture.width, { from: ems, to: ems })
		.flatMap(({ item, places }) => places.map(({ placed }) => ({ item, placed })))
		.map(({ item, placed }) => {
			const [x, y] = [item.x * picture.width * scale, item.y * picture.width * scale];
			const [fill, rim, weight] = NAMES[item.kind];
			const figure = item.figure !== null && !placed.bare ? `<tspan dx="${short(FIGURE_GAP * em)}" fill="var(--accent)">${escapeXml(item.figure)}</tspan>` : '';
			const text = `<text x="${short(x + placed.dx * em)}" y="${short(y + placed.dy * em)}" font-size="${short(em)}" font-weight="${weight}" text-anchor="${placed.anchor}" fill="${fill}" stroke="${rim}" stroke-width="${short(em * 0.22)}" stroke-linejoin="round" paint-order="stroke">${escapeXml(item.text)}${figure}</text>`;
			return (placed.leader ? leader(x, y, item.radius, placed, em) : '') + text;
		})
		.join('');
}

/** From the bubble's edge to the near side of the text. */
function leader(x: number, y: number, radius: number, { dx, dy }: { dx: number; dy: number }, em: number): string {
	const middle = dy - 0.36;
	const length = Math.hypot(dx, middle);
	const near = middle - Math.sign(middle) * (Math.abs(dx) < 0.5 ? 0.6 : 0.2);
	return `<path d="M${short(x + (dx / length) * radius * em)} ${short(y + (middle / length) * radius * em)}L${short(x + dx * 0.97 * em)} ${short(y + near * em)}" stroke="var(--ink-3)" stroke-width="${short(em * 0.06)}"/>`;
}
