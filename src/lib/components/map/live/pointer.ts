import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { Adcode } from '#domain/place.ts';
import type { XY } from '#lib/picture/map/projection.ts';
import type { LiveOptions } from './options.ts';

/** Reports hover and clicks on areas, and minds the wheel's manners; returns what ends it. */
export function watchPointer(map: MapLibre, { container, onhover, onpick }: LiveOptions): () => void {
	let hovered: Adcode | null = null;
	const areaAt = ({ point }: MapMouseEvent): Adcode | null => {
		const [feature] = map.queryRenderedFeatures(point, { layers: ['areas'] });
		return feature ? `${feature.id}` : null;
	};
	const hover = (code: Adcode | null, at: XY): void => {
		if (code !== hovered) {
			if (hovered) map.setFeatureState({ source: 'areas', id: hovered }, { hover: false });
			if (code) map.setFeatureState({ source: 'areas', id: code }, { hover: true });
			hovered = code;
			map.getCanvasContainer().style.cursor = code ? 'pointer' : '';
		}
		onhover(code, at);
	};
	map.on('mousemove', (event) => {
		const { clientWidth, clientHeight } = container;
		hover(areaAt(event), [event.point.x / clientWidth, event.point.y / clientHeight]);
	});
	map.on('mouseout', () => hover(null, [0, 0]));
	map.on('dragstart', () => hover(null, [0, 0]));
	map.on('click', (event) => {
		const code = areaAt(event);
		if (code) onpick(code, event.originalEvent.ctrlKey || event.originalEvent.metaKey);
		// Once clicked, the wheel is the map's until the pointer leaves it.
		else map.cooperativeGestures.disable();
	});
	const aside = (event: MouseEvent): void => {
		if (event.button !== 1 || !hovered) return;
		event.preventDefault();
		onpick(hovered, true);
	};
	const leave = (): void => map.cooperativeGestures.enable();
	container.addEventListener('auxclick', aside);
	container.addEventListener('pointerleave', leave);
	return () => {
		container.removeEventListener('auxclick', aside);
		container.removeEventListener('pointerleave', leave);
	};
}
