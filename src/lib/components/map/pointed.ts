import type { Attachment } from 'svelte/attachments';
import type { Adcode } from '#domain/place.ts';
import type { XY } from '#lib/picture/map/projection.ts';

/** Reports the area of the drawing under a mouse pointer, and the pointer as shares of the drawing's box. */
export function pointed(
	report: (hover: { code: Adcode; at: XY } | null) => void
): Attachment<SVGSVGElement> {
	return (svg) => {
		const end = new AbortController();
		const move = (event: PointerEvent): void => {
			const code = (event.target as Element).closest<SVGElement>('[data-code]')?.dataset.code;
			if (!code || event.pointerType !== 'mouse') return report(null);
			const { left, top, width, height } = svg.getBoundingClientRect();
			report({ code, at: [(event.clientX - left) / width, (event.clientY - top) / height] });
		};
		svg.addEventListener('pointermove', move, { signal: end.signal, passive: true });
		svg.addEventListener('pointerleave', () => report(null), { signal: end.signal });
		return () => end.abort();
	};
}
