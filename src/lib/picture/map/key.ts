import type { Locale } from '#domain/locale.ts';
import { MEMBER_KINDS, type MemberKind } from '#domain/member.ts';
import type { Metric } from '#domain/metric.ts';
import { mapText } from '#lib/i18n/map.ts';
import { memberText } from '#lib/i18n/member.ts';
import { metricText } from '#lib/i18n/metric.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { classRanges, type Classes } from './classes.ts';
import { metricNumber } from './metric-number.ts';
import type { SceneOutline, Step } from './scene.ts';

/**
 * What stands for something on a map: a shade of the ramp (null: outside of what is asked), one of the changes, the hatch
 * of what is unknown, an arc, the ring of a kind, or the outline at a place in the scene.
 */
export type KeyMark =
	| { readonly of: 'shade'; readonly step: Step }
	| { readonly of: 'new' | 'less' | 'lost' | 'hatch' | 'arc' | 'visit' }
	| { readonly of: 'kind'; readonly kind: MemberKind }
	| { readonly of: 'outline'; readonly index: number };

/** One entry of a map's legend; without a mark: words alone. `href`: where more is told. */
export type KeyItem = { readonly mark: KeyMark | null; readonly text: string; readonly href?: string | null };

/** The shades of a map: what is none, then its classes, whose ends `range` puts into words. */
export function shadeKey(classes: Classes, none: string, range: (from: number, to: number | null) => string): KeyItem[] {
	return [
		{ mark: { of: 'shade', step: 0 }, text: none },
		...classRanges(classes).map(({ step, from, to }): KeyItem => ({ mark: { of: 'shade', step }, text: range(from, to) }))
	];
}

/** The members that are on no map because their place is not verified; nothing where there are none. */
export function unplacedKey(unplaced: number, href: string | null, locale: Locale): KeyItem[] {
	return unplaced > 0 ? [{ mark: { of: 'hatch' }, text: mapText[locale].legendUnplaced(formatNumber(unplaced, locale)), href }] : [];
}

/** What a map of values shows, as far as its legend tells it. */
export type ValueKey = {
	readonly classes: Classes;
	/** What is shaded. */
	readonly metric: Metric;
	/** Members on no map because their place is not verified, and where they are listed. */
	readonly unplaced: number;
	readonly unplacedHref?: string | null;
	/** Is the value of some area unknown? */
	readonly unknown: boolean;
	/** Kinds that the bubbles show; empty: there are no bubbles. */
	readonly kinds: readonly MemberKind[];
	/** What the arcs mean; null: there are none. And where they are told in words. */
	readonly arcs: string | null;
	readonly arcsHref?: string | null;
	/** The outlines drawn, in their order. */
	readonly outlines: readonly Pick<SceneOutline, 'name'>[];
};

/** The legend of a map of values: its classes, what is hatched, arcs and outlines; then, apart, the kinds in its bubbles. */
export function valueKey({ classes, metric, unplaced, unplacedHref = null, unknown, kinds, arcs, arcsHref = null, outlines }: ValueKey, locale: Locale): KeyItem[][] {
	const words = metricText[locale].metrics[metric];
	const text = mapText[locale];
	const written = (n: number): string => metricNumber(metric, n, locale);
	const areas: KeyItem[] = [
		...shadeKey(classes, words.none, (from, to) => words.range(written(from), to === null ? null : written(to))),
		{ mark: null, text: metricText[locale].methods[classes.method] },
		...(unknown ? [{ mark: { of: 'hatch' }, text: text.legendUnknown } as const] : []),
		...unplacedKey(unplaced, unplacedHref, locale),
		...(arcs === null ? [] : [{ mark: { of: 'arc' }, text: arcs, href: arcsHref } as const]),
		...outlines.map(({ name }, index): KeyItem => ({ mark: { of: 'outline', index }, text: name }))
	];
	const rings = MEMBER_KINDS.filter((kind) => kinds.includes(kind)).map((kind): KeyItem => ({ mark: { of: 'kind', kind }, text: memberText[locale].kinds[kind] }));
	return rings.length > 0 ? [areas, [{ mark: null, text: text.legendBubble }, ...rings]] : [areas];
}
