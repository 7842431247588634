import { MEMBER_KINDS } from '#domain/member.ts';
import type { SketchStage } from '#lib/picture/map/sketch.ts';

const TOKENS = ['c0', 'c1', 'c2', 'c3', 'c4', 'paper', 'card', 'line', 'line-strong', 'warm', 'ink', 'ink-3', 'accent', ...MEMBER_KINDS.map((kind) => `k-${kind}`)];

/** Reads what the style sheets say of a map's drawing now, by value: a worker has no style sheets. */
export function styleOf(drawing: Element): Pick<SketchStage, 'em' | 'rem' | 'family' | 'colours'> {
	const style = getComputedStyle(drawing);
	return {
		em: parseFloat(style.fontSize),
		rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
		family: style.fontFamily,
		colours: Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]))
	};
}
