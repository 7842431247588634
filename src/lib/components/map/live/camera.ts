import type { Map as MapLibre } from 'maplibre-gl';
import { cameraOf, unproject, type Camera } from '#lib/picture/map/projection.ts';
import type { LiveOptions } from './options.ts';

/** Levels one can zoom in above the whole picture. */
const ZOOM_RANGE = 4.5;
/** The map may be moved this share of its size beyond its frame. */
const SLACK = 0.04;

type Corner = [lon: number, lat: number];

/** The camera at rest: the picture exactly as it is drawn in the container now. */
export function restOf({ picture, container }: LiveOptions): Camera {
	return cameraOf(picture, container.clientWidth);
}

/** How far the camera may go: from the whole picture inwards, and hardly beyond its frame. */
export function limitsOf(options: LiveOptions): { minZoom: number; maxZoom: number; maxBounds: [Corner, Corner] } {
	const { zoom } = restOf(options);
	return {
		minZoom: zoom,
		maxZoom: zoom + ZOOM_RANGE,
		maxBounds: [corner(options, -SLACK, 1 + SLACK), corner(options, 1 + SLACK, -SLACK)]
	};
}

/** Reports where the picture lies whenever the camera moves or the container changes its width; returns what ends it. */
export function watchCamera(map: MapLibre, options: LiveOptions): () => void {
	const { container, picture, onplace } = options;
	let moved = false;
	const place = (): void => {
		const width = container.clientWidth;
		const [from, to] = [map.project(corner(options, 0, 0)), map.project(corner(options, 1, 0))];
		const unit = picture.width / width;
		// Within a tenth of a pixel of where it is drawn, it is as drawn.
		moved = [to.x - width, from.x, from.y].some((off) => Math.abs(off) > 0.1);
		onplace(moved ? { scale: (to.x - from.x) / width, x: from.x * unit, y: from.y * unit } : null);
	};
	map.on('move', place);

	let width = container.clientWidth;
	const sizes = new ResizeObserver(() => {
		if (container.clientWidth === 0 || container.clientWidth === width) return;
		const zoom = map.getZoom() + Math.log2(container.clientWidth / width);
		width = container.clientWidth;
		const { minZoom, maxZoom } = limitsOf(options);
		map.setMinZoom(null);
		map.setMaxZoom(maxZoom);
		map.resize();
		map.jumpTo(moved ? { zoom } : restOf(options));
		map.setMinZoom(minZoom);
		place();
	});
	sizes.observe(container);
	return () => sizes.disconnect();
}

function corner({ picture }: LiveOptions, x: number, y: number): Corner {
	const { lon, lat } = unproject(picture, [x * picture.width, y * picture.height]);
	return [lon, lat];
}
