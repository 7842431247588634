import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { mapText } from '#lib/i18n/map.ts';
import { unproject } from '#lib/picture/map/projection.ts';
import type { SceneArea } from '#lib/picture/map/scene.ts';
import { limitsOf, restOf, watchCamera } from './camera.ts';
import { isOfDistricts, loadDistricts, loadGeography } from './geography.ts';
import type { Live, LiveOptions } from './options.ts';
import { hatch, HATCH_NAMES, HATCH_SIDE, lineUnit, onTheme, paletteOf } from './palette.ts';
import { watchPointer } from './pointer.ts';
import { districtLayer, DISTRICTS_FROM, repaint, shadeOf, styleOf } from './style.ts';

const ZOOM_STEP = 0.5;
/** Districts are fetched this much zoom before they begin to show. */
const AHEAD = 0.3;
const HATCH_PIXELS = 16;

setWorkerUrl(workerUrl);

/**
 * Draws a picture's land and borders with MapLibre, exactly under its drawing, and resolves once the first full
 * frame is on screen. Rejects when the data cannot be had or WebGL does not start; nothing is left behind then.
 * When `signal` aborts before that, it rejects; afterwards `destroy` ends it.
 */
export async function startLive(options: LiveOptions, signal: AbortSignal): Promise<Live> {
	const { container, picture } = options;
	const geography = await loadGeography(picture, signal);
	signal.throwIfAborted();
	const text = mapText[options.locale];
	const map = new MapLibre({
		container,
		style: styleOf(geography, paletteOf(container), lineUnit()),
		...restOf(options),
		...limitsOf(options),
		maxPitch: 0,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		boxZoom: false,
		doubleClickZoom: false,
		keyboard: false,
		cooperativeGestures: true,
		attributionControl: false,
		renderWorldCopies: false,
		trackResize: false,
		fadeDuration: 0,
		canvasContextAttributes: { antialias: true },
		locale: {
			'CooperativeGesturesHandler.WindowsHelpText': text.gestureWheel,
			'CooperativeGesturesHandler.MacHelpText': text.gestureWheelMac,
			'CooperativeGesturesHandler.MobileHelpText': text.gestureTouch
		}
	});
	map.touchZoomRotate.disableRotation();
	// The links of the drawing are the map's keyboard and its words; the canvas is neither.
	map.getCanvas().removeAttribute('tabindex');
	try {
		await firstFrame(map, options, signal);
	} catch (error) {
		map.remove();
		throw error;
	}

	const ends = [watchCamera(map, options), watchPointer(map, options), watchZoom(map, options, signal)];
	ends.push(onTheme(() => recolour(map, options)));
	// Where the zoom is bound for: a step during an animation goes on from its end.
	let goal: number | null = null;
	const ease = (zoom: number, center?: [number, number]): void => {
		map.easeTo({ zoom, ...(center && { center }), duration: 200 });
		// After the call, which ends the animation before it.
		goal = zoom;
	};
	map.on('moveend', () => (goal = null));
	return {
		zoom(steps, held) {
			if (held) map.cooperativeGestures.disable();
			const zoom = (goal ?? map.getZoom()) + steps * ZOOM_STEP;
			ease(Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), zoom)));
		},
		reset: () => void map.easeTo({ ...restOf(options), duration: 300 }),
		paint: (areas) => paint(map, areas),
		reveal(point) {
			const { lon, lat } = unproject(picture, point);
			const { x, y } = map.project([lon, lat]);
			const inView = x > 20 && y > 20 && x < container.clientWidth - 20 && y < container.clientHeight - 20;
			if (!inView) ease(goal ?? map.getZoom(), [lon, lat]);
		},
		destroy() {
			for (const end of ends) end();
			map.remove();
		}
	};
}

function firstFrame(map: MapLibre, options: LiveOptions, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason), { once: true });
		map.once('error', ({ error }) => reject(error));
		map.once('style.load', () => {
			drawHatch(map, options);
			paint(map, options.areas);
		});
		map.once('idle', () => resolve());
	});
}

function paint(map: MapLibre, areas: readonly SceneArea[]): void {
	for (const area of areas) {
		map.setFeatureState({ source: 'areas', id: area.code }, { step: shadeOf(area), muted: area.muted ?? false });
	}
}

function drawHatch(map: MapLibre, options: LiveOptions): void {
	const { container, picture } = options;
	const palette = paletteOf(container);
	// A pattern grows with the zoom since the last whole level, which at rest must come to its size in the drawing.
	const grown = 2 ** (restOf(options).zoom % 1);
	const pixelRatio = (HATCH_PIXELS * grown) / (HATCH_SIDE * (container.clientWidth / picture.width));
	for (const name of HATCH_NAMES) {
		const image = hatch(name, palette, HATCH_PIXELS);
		if (map.hasImage(name)) map.updateImage(name, image);
		else map.addImage(name, image, { pixelRatio });
	}
}

function recolour(map: MapLibre, options: LiveOptions): void {
	const colours = paletteOf(options.container);
	for (const { layer, property, value } of repaint(colours, map.getLayer('district-lines') !== undefined)) {
		map.setPaintProperty(layer, property, value);
	}
	drawHatch(map, options);
}

/** Fetches the districts the first time they are nearly near enough; returns what ends it. */
function watchZoom(map: MapLibre, options: LiveOptions, signal: AbortSignal): () => void {
	let asked = isOfDistricts(options.picture);
	let ended = false;
	const add = async (): Promise<void> => {
		const districts = await loadDistricts(options.picture, signal);
		if (ended) return;
		const { source, layer } = districtLayer(districts, paletteOf(options.container), lineUnit(), restOf(options).zoom);
		map.addSource('districts', source);
		map.addLayer(layer, 'area-lines');
		options.ondistricts(districts.regions);
	};
	map.on('zoom', () => {
		if (asked || map.getZoom() < restOf(options).zoom + DISTRICTS_FROM - AHEAD) return;
		asked = true;
		// The map is whole without districts; should they fail to come, the next zoom asks again.
		add().catch(() => (asked = false));
	});
	return () => (ended = true);
}
