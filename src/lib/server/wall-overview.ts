import { listEvents } from '#db/queries/event.ts';
import type { Subject } from '#domain/playlist.ts';
import { publicEvent } from '#domain/public.ts';
import { formatPartialDayShort } from '#lib/i18n/date.ts';
import { eventText } from '#lib/i18n/event.ts';
import { formatNumber } from '#lib/i18n/number.ts';
import { overviewText } from '#lib/i18n/overview.ts';
import { plainText } from '#lib/i18n/sentence.ts';
import { wallText } from '#lib/i18n/wall.ts';
import { isEmptyGrowth, spokenDay } from '#lib/picture/chart/growth-input.ts';
import { growthWords, readGrowth } from '#lib/picture/chart/growth-reading.ts';
import { growthOption } from '#lib/picture/chart/growth.ts';
import { WIDE } from '#lib/picture/chart/plot.ts';
import { dashboardScene } from '#lib/picture/dashboard/dashboard-scene.ts';
import { dashboardAt, ready } from '#lib/picture/dashboard/dashboard.ts';
import { overviewFigures } from '#lib/picture/dashboard/figures.ts';
import { cubeOf } from '#lib/picture/dashboard/filter.ts';
import { dashboardGrowth } from '#lib/picture/dashboard/growth.ts';
import { pairLinks, strongest } from '#lib/picture/dashboard/links.ts';
import { dashboardSentence } from '#lib/picture/dashboard/sentence.ts';
import type { WallGrowth, WallList, WallEvent, WallMap, WallView } from '#lib/picture/wall/turn.ts';
import { database } from './atlas.ts';
import { drawChart } from './chart.ts';
import { dashboardFacts, outlined } from './dashboard.ts';
import { placeName } from './place-name.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';
import { worded } from './wall-area.ts';

/** Sizes at which the growth chart is drawn; the smaller it is drawn, the larger its type stands on the wall. */
const SIZES = { overview: { width: 400, height: 200 }, growth: WIDE } as const;

/** More events than the largest wall has room for. */
const MOST = 30;

/** The dashboard as the wall shows it: all of it, its map, its growth or the latest events. */
export async function overviewOnWall(reading: Reading, { kind }: Extract<Subject, { kind: 'overview' | 'map' | 'growth' | 'events' }>): Promise<WallView> {
	const { at, locale, view } = reading;
	const facts = await dashboardFacts(reading);
	const asked = ready(facts);
	const now = dashboardAt(asked, at, view);
	const cube = cubeOf(asked, now.scope);
	const sentence = dashboardSentence(now, view.metric, locale);
	const t = overviewText[locale];
	const shows = (...kinds: (typeof kind)[]): boolean => kinds.includes(kind);

	function map(): WallMap {
		const links = pairLinks(strongest(now.pairs), facts.seat, locale, view);
		const outlines = outlined(reading, facts).lines;
		const { scene, classes } = dashboardScene({ now, cube, locale, view, links, outlines, description: plainText(sentence) });
		return {
			picture: null,
			scene,
			unplaced: now.headline.unplaced,
			legend: {
				of: 'values',
				metric: view.metric,
				classes,
				// Only members have rings; beside a growth chart by kind, its legend says the same.
				kinds: view.metric !== 'members' || (kind === 'overview' && view.by === 'kind') ? [] : now.kinds.map((row) => row.kind),
				arcs: links.length > 0 ? t.linksLegend : null
			}
		};
	}

	async function growth(): Promise<WallGrowth> {
		const input = dashboardGrowth({ ...facts, cube, at, locale, view, scope: now.scope });
		const { members } = readGrowth(input, spokenDay(input));
		const size = SIZES[kind === 'overview' ? 'overview' : 'growth'];
		const { known, today } = reading;
		const key = `wall growth ${size.width} ${known} ${today} ${at} ${locale} ${JSON.stringify(view)}`;
		return {
			drawing: isEmptyGrowth(input) ? null : await remember(key, async () => drawChart(growthOption(input, size), size)),
			label: growthWords(input),
			bands: input.bands.map(({ name, color }, i) => ({ name, color, members: members[i] ?? 0 })),
			hasReported: input.reported.length > 0
		};
	}

	return {
		sheet: ({ overview: 'full', map: 'picture', growth: 'chart', events: 'list' } as const)[kind],
		title: { text: { overview: t.title, map: t.map, growth: t.growth, events: eventText[locale].latest }[kind], lang: null },
		time: null,
		words: sentence,
		figures: shows('overview') ? overviewFigures(now.headline, now.scope.level === 'region' ? (now.groups[0] ?? null) : null, locale, view) : [],
		map: shows('overview', 'map') ? map() : null,
		growth: shows('overview', 'growth') ? await growth() : null,
		members: null,
		events: shows('events') ? await events(reading, now.scope.places) : null
	};
}

async function events({ at, known, locale }: Reading, places: readonly string[] | null): Promise<WallList<WallEvent>> {
	const { items, total } = await listEvents(database(), { at, known, limit: MOST, ...(places && { cities: places }) });
	return {
		title: wallText[locale].events(formatNumber(total, locale)),
		items: items.map(publicEvent).map((event) => ({
			id: event.id,
			when: formatPartialDayShort(event.held, locale),
			title: worded(event.title, locale),
			kind: eventText[locale].kinds[event.kind],
			place: event.city && placeName(event.city, locale, 'short'),
			summary: event.summary && worded(event.summary, locale)
		})),
		total
	};
}
