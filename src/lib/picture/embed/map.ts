import type { Locale } from '#domain/locale.ts';
import type { Picture } from '#geo/regions/picture.ts';
import { labelItems } from '../map/label-items.ts';
import { FIGURE_GAP, layLabels, type LabelItem, type Placed } from '../map/labels.ts';
import { outlineLine } from '../map/outline-line.ts';
import type { Scene, SceneArea } from '../map/scene.ts';
import { STROKES } from '../map/strokes.ts';
import { coarse, GRAIN, groundOf } from './ground.ts';
import { escape, link } from './markup.ts';
import { stepsOf } from './steps.ts';

/** The two widths for which names are laid out, in em of their size; the style sheet says the same in px. */
const LAID = { n: { from: 280 / 11, to: 480 / 11 }, w: { from: 480 / 12, to: 960 / 12 } } as const;
type Laid = keyof typeof LAID;

export type EmbedMapInput = {
	readonly picture: Picture;
	readonly scene: Scene;
	readonly locale: Locale;
	/** Are places named on the map? */
	readonly names: boolean;
	/** What is said in the lower left: the approval number of the ground. */
	readonly approval: string;
	/** Areas that have a figure on some day: their names stand where the figure has room, on every day. */
	readonly ever: ReadonlySet<string>;
};

/** A map as markup: shapes that scale, and names over them that keep their size. Colours come by tokens. */
export function embedMap({ picture, scene, locale, names, ever, approval }: EmbedMapInput): string {
	const ground = groundOf(picture);
	const areas = scene.areas.filter(({ code }) => picture.areas[code]);
	const shapes = [
		'<defs><pattern id="h" width="9" height="9" patternUnits="userSpaceOnUse"><path class="g" d="M0 0h9v9H0z"/><path class="s" d="M-1 1 1-1M0 9 9 0M8 10 10 8"/></pattern></defs>',
		`<g transform="scale(${GRAIN / 10})">`,
		ground.context && `<path class="x" d="${ground.context}"/>`,
		...areas.map((area) => shape(area, ground.areas[area.code] as string)),
		line(ground.province, 'p', STROKES.province),
		line(ground.outline, 'o', STROKES.outline),
		line(ground.rivers, 'r', STROKES.river),
		ground.lakes && `<path class="l" d="${ground.lakes}"/>`,
		...scene.outlines.map(({ d }, i) => {
			const { stroke, 'stroke-dasharray': dashes } = outlineLine(i);
			return `<path class="q" d="${coarse(d)}" stroke="${stroke}" stroke-dasharray="${dashes}"/>`;
		}),
		'</g>'
	].join('');
	return `<div class="map" data-steps="${stepsOf(picture, scene)}"><svg class="land" viewBox="0 0 ${picture.width} ${picture.height}">${shapes}</svg>${names ? nameLayer(picture, scene, locale, ever) : ''}<small>${escape(approval)}</small></div>`;
}

/** The class under which an area is filled. */
export function fillOf({ step, muted = false }: Pick<SceneArea, 'step' | 'muted'>): string {
	return muted ? 'm' : step === null ? 'u' : `c${step}`;
}

function shape(area: SceneArea, d: string): string {
	const path = `<path class="${fillOf(area)}" d="${d}"/>`;
	const title = escape(area.title);
	const attributes = `data-code="${area.code}" aria-label="${title}"`;
	return area.href ? link(area.href, `<title>${title}</title>${path}`, attributes) : `<g role="img" ${attributes}><title>${title}</title>${path}</g>`;
}

function line(d: string, className: string, width: number): string {
	return d && `<path class="${className}" stroke-width="${width}" d="${d}"/>`;
}

function nameLayer(picture: Picture, scene: Scene, locale: Locale, ever: ReadonlySet<string>): string {
	const drawn = labelItems(picture, scene.areas.map((area) => ({ ...area, kinds: [] })), locale);
	const items = drawn.map((item): LabelItem => (ever.has(item.code) && item.kind === 'plain' ? { ...item, kind: 'covered', figure: '00', rank: 1e9 } : item));
	const now = new Map(drawn.map((item) => [item.code, item]));
	const laid = (Object.keys(LAID) as Laid[]).map((id) => ({ id, places: new Map(layLabels(items, picture.height / picture.width, LAID[id]).map((placed) => [placed.code, placed])) }));
	const texts = items.flatMap(({ code }) => {
		const item = now.get(code) as LabelItem;
		const at = `x="${percent(item.x)}" y="${percent((item.y * picture.width) / picture.height)}"`;
		const [narrow, wide] = laid.map(({ places }) => places.get(code)) as [Placed | undefined, Placed | undefined];
		if (narrow && wide && same(narrow, wide)) return name(item, at, wide, '');
		return [...(narrow ? [name(item, at, narrow, 'n')] : []), ...(wide ? [name(item, at, wide, 'w')] : [])];
	});
	return `<svg class="names" aria-hidden="true">${texts.join('')}</svg>`;
}

function same(a: Placed, b: Placed): boolean {
	return a.dx === b.dx && a.dy === b.dy && a.anchor === b.anchor && a.bare === b.bare;
}

function percent(share: number): string {
	return `${Math.round(share * 1e4) / 100}%`;
}

/** Kinds of names in one letter, as the style sheet and the script know them. */
const KINDS = { covered: 'k', plain: 'f', muted: 'f', water: 'v', district: 'f' } as const;

function name({ code, text, figure, kind }: LabelItem, at: string, { dx, dy, anchor, bare, leader }: Placed, laid: '' | Laid): string {
	const className = [KINDS[kind], laid].filter(Boolean).join(' ');
	const anchored = anchor === 'middle' ? '' : ` text-anchor="${anchor}"`;
	const figured = bare || kind === 'water' ? '' : `<tspan dx="${FIGURE_GAP}em">${figure === null ? '' : escape(figure)}</tspan>`;
	const words = `<text class="${className}" data-of="${code}" ${at} dx="${dx}em" dy="${dy}em"${anchored}>${escape(text)}${figured}</text>`;
	return leader ? pointer(at, dx, dy, laid) + words : words;
}

/** A line from a point to a name that stands apart from it; its measures are em, so it has a picture of its own. */
function pointer(at: string, dx: number, dy: number, laid: '' | Laid): string {
	const middle = dy - 0.36;
	const short = Math.sign(middle) * (Math.abs(dx) < 0.5 ? 0.6 : 0.2);
	const em = (n: number): string => `${Math.round(n * 100) / 100}em`;
	return `<svg class="${laid}" ${at}><line x2="${em(dx * 0.97)}" y2="${em(middle - short)}"/></svg>`;
}
