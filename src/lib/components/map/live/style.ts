import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { SceneArea } from '#lib/picture/map/scene.ts';
import { STROKES } from '#lib/picture/map/strokes.ts';
import type { Districts, Geography } from './geography.ts';
import type { Hatch, Palette } from './palette.ts';

/** Zoom steps above rest at which districts begin to show, and at which they are fully there. */
export const DISTRICTS_FROM = 1.1;
export const DISTRICTS_FULL = 1.4;

const MUTED: ExpressionSpecification = ['boolean', ['feature-state', 'muted'], false];
const STEP: ExpressionSpecification = ['number', ['feature-state', 'step'], 0];

/** Steps that a feature's state has beside those of the ramp: it cannot be null, and a mark stands in place of a step. */
const UNKNOWN = -1;
const MARKS = { new: -2, less: -3, lost: -4 } as const;

/** What an area's shade is as its feature's state `step`. */
export function shadeOf({ step, mark }: Pick<SceneArea, 'step' | 'mark'>): number {
	return mark ? MARKS[mark] : (step ?? UNKNOWN);
}

/** Layers in the order of the drawing, which it must match to the pixel. Each area's step comes as its state. */
function layers(colours: Palette, unit: number): LayerSpecification[] {
	const line = lineBy(unit);
	return [
		fill('context', colours.c0, 0.4),
		line('context-lines', 'context', colours.line, STROKES.context),
		{
			id: 'areas',
			type: 'fill',
			source: 'areas',
			paint: {
				'fill-color': ['case', MUTED, colours.c0, ramp(colours)],
				'fill-opacity': ['case', MUTED, 0.4, ['==', STEP, UNKNOWN], 0, 1]
			}
		},
		hatched('unknown', 'hatch', UNKNOWN),
		hatched('new', 'hatch-new', MARKS.new),
		hatched('lost', 'hatch-lost', MARKS.lost),
		line('area-lines', 'area', colours.card, STROKES.area),
		line('province-lines', 'province', colours['ink-2'], STROKES.province, 0.8),
		line('outline-lines', 'outline', colours['line-strong'], STROKES.outline),
		{
			id: 'lift',
			type: 'line',
			source: 'areas',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours.ink,
				'line-width': STROKES.lift * unit,
				'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 1, 0]
			}
		}
	];
}

function ramp({ c0, c1, c2, c3, c4, less }: Palette): ExpressionSpecification {
	return ['match', STEP, 1, c1, 2, c2, 3, c3, 4, c4, MARKS.new, c2, MARKS.less, less, MARKS.lost, less, c0];
}

function hatched(id: string, pattern: Hatch, step: number): LayerSpecification {
	const opacity: ExpressionSpecification = ['case', MUTED, 0, ['==', STEP, step], 1, 0];
	return { id, type: 'fill', source: 'areas', paint: { 'fill-pattern': pattern, 'fill-opacity': opacity } };
}

function fill(id: string, colour: string, opacity: number): LayerSpecification {
	return { id, type: 'fill', source: id, paint: { 'fill-color': colour, 'fill-opacity': opacity } };
}

function lineBy(unit: number) {
	return (id: string, source: string, colour: string, width: number, opacity = 1): LayerSpecification => ({
		id,
		type: 'line',
		source,
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colour, 'line-width': width * unit, 'line-opacity': opacity }
	});
}

/**
 * The whole style: land and borders only. Water, arcs, bubbles and names stay in the drawing above. `unit`: px of a
 * line 1 wide.
 */
export function styleOf(geography: Geography, colours: Palette, unit: number): StyleSpecification {
	// The picture is generalised to half a pixel; simplifying further would move borders off it.
	const data = { type: 'geojson', tolerance: 0.1, buffer: 64 } as const;
	return {
		version: 8,
		sources: {
			areas: { ...data, data: geography.areas, promoteId: 'adcode' },
			context: { ...data, data: geography.context },
			area: { ...data, data: geography.borders.area },
			province: { ...data, data: geography.borders.province },
			outline: { ...data, data: geography.borders.outline }
		},
		layers: layers(colours, unit)
	};
}

export type Repaint = { layer: string; property: 'fill-color' | 'line-color'; value: string | ExpressionSpecification };

/** The paint properties that a theme changes, by layer. */
export function repaint(colours: Palette, districts: boolean): Repaint[] {
	const changed = layers(colours, 1).flatMap(({ id, paint }) =>
		Object.entries(paint ?? {})
			.filter(([property]) => property.endsWith('-color'))
			.map(([property, value]): Repaint => ({ layer: id, property: property as Repaint['property'], value }))
	);
	if (districts) changed.push({ layer: 'district-lines', property: 'line-color', value: colours['line-strong'] });
	return changed;
}

/** Source and layer of the district borders, fading in above the picture's own zoom at rest. */
export function districtLayer({ borders }: Districts, colours: Palette, unit: number, restZoom: number) {
	return {
		source: { type: 'geojson', data: borders, tolerance: 0.2 } as const,
		layer: {
			id: 'district-lines',
			type: 'line',
			source: 'districts',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours['line-strong'],
				'line-width': STROKES.district * unit,
				'line-opacity': ['interpolate', ['linear'], ['zoom'], restZoom + DISTRICTS_FROM, 0, restZoom + DISTRICTS_FULL, 0.9]
			}
		} as const satisfies LayerSpecification
	};
}
