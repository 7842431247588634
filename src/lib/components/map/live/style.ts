import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { STROKES } from '#lib/picture/map/strokes.ts';
import type { Districts, Geography } from './geography.ts';
import type { Palette } from './palette.ts';

/** Zoom steps above rest at which districts begin to show, and at which they are fully there. */
export const DISTRICTS_FROM = 1.1;
export const DISTRICTS_FULL = 1.4;

const MUTED: ExpressionSpecification = ['boolean', ['feature-state', 'muted'], false];
const STEP: ExpressionSpecification = ['number', ['feature-state', 'step'], 0];

/** The step of an unknown value as a feature's state, which cannot be null. */
export const UNKNOWN = -1;

/** Layers in the order of the drawing, which it must match to the pixel. Each area's step comes as its state. */
function layers(colours: Palette): LayerSpecification[] {
	return [
		fill('context', colours.c0, 0.4),
		line('context-lines', 'context', colours.line, STROKES.context),
		{
			id: 'areas',
			type: 'fill',
			source: 'areas',
			paint: {
				'fill-color': ['case', MUTED, colours.c0, ['match', STEP, 1, colours.c1, 2, colours.c2, 3, colours.c3, 4, colours.c4, colours.c0]],
				'fill-opacity': ['case', MUTED, 0.4, ['==', STEP, UNKNOWN], 0, 1]
			}
		},
		{
			id: 'unknown',
			type: 'fill',
			source: 'areas',
			paint: { 'fill-pattern': 'hatch', 'fill-opacity': ['case', MUTED, 0, ['==', STEP, UNKNOWN], 1, 0] }
		},
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
				'line-width': STROKES.lift,
				'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 1, 0]
			}
		}
	];
}

function fill(id: string, colour: string, opacity: number): LayerSpecification {
	return { id, type: 'fill', source: id, paint: { 'fill-color': colour, 'fill-opacity': opacity } };
}

function line(id: string, source: string, colour: string, width: number, opacity = 1): LayerSpecification {
	return {
		id,
		type: 'line',
		source,
		layout: { 'line-join': 'round' },
		paint: { 'line-color': colour, 'line-width': width, 'line-opacity': opacity }
	};
}

/** The whole style: land and borders only. Water, arcs, bubbles and names stay in the drawing above. */
export function styleOf(geography: Geography, colours: Palette): StyleSpecification {
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
		layers: layers(colours)
	};
}

export type Repaint = { layer: string; property: 'fill-color' | 'line-color'; value: string | ExpressionSpecification };

/** The paint properties that a theme changes, by layer. */
export function repaint(colours: Palette, districts: boolean): Repaint[] {
	const changed = layers(colours).flatMap(({ id, paint }) =>
		Object.entries(paint ?? {})
			.filter(([property]) => property.endsWith('-color'))
			.map(([property, value]): Repaint => ({ layer: id, property: property as Repaint['property'], value }))
	);
	if (districts) changed.push({ layer: 'district-lines', property: 'line-color', value: colours['line-strong'] });
	return changed;
}

/** Source and layer of the district borders, fading in above the picture's own zoom at rest. */
export function districtLayer({ borders }: Districts, colours: Palette, restZoom: number) {
	return {
		source: { type: 'geojson', data: borders, tolerance: 0.2 } as const,
		layer: {
			id: 'district-lines',
			type: 'line',
			source: 'districts',
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': colours['line-strong'],
				'line-width': STROKES.district,
				'line-opacity': ['interpolate', ['linear'], ['zoom'], restZoom + DISTRICTS_FROM, 0, restZoom + DISTRICTS_FULL, 0.9]
			}
		} as const satisfies LayerSpecification
	};
}
