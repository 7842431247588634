import type { Locale } from '#domain/locale.ts';
import type { Metric } from '#domain/metric.ts';
import { wholeYears, yearOf } from '#domain/years.ts';
import { city } from '#geo/regions/city.ts';
import { regionName } from '#geo/regions/name.ts';
import { overviewSentence, type More, type Sentence } from '#lib/i18n/sentence.ts';
import { scopeName, type Dashboard } from './dashboard.ts';

/** The view in one sentence: what a dashboard opens with, the map's description, the caption of an export. */
export function dashboardSentence(now: Dashboard, metric: Metric, locale: Locale): Sentence {
	const { at, headline, scope, batches, kind } = now;
	const newest = batches.at(-1);
	const place = newest?.event.city ? city(newest.event.city) : undefined;
	return overviewSentence(
		{
			at,
			scope: scopeName(scope, locale),
			kind,
			members: headline.members,
			places: scope.level === 'city' ? null : { of: headline.withDistricts ? 'areas' : 'cities', covered: headline.cities.covered.length },
			provinces: headline.provinces.covered.length,
			latest:
				newest && headline.batches !== null
					? { on: newest.on, place: place ? regionName(place, locale, 'short') : null, members: newest.members, cities: newest.cities }
					: null,
			more: [...projectsOf(now, metric), ...joinsOf(now, metric)]
		},
		locale
	);
}

function projectsOf({ category, headline, rows }: Dashboard, metric: Metric): More[] {
	const projects = headline.projects.reduce((sum, count) => sum + count.projects, 0);
	const cities = rows.filter((row) => (row.projects ?? 0) > 0).length;
	return [
		...(category !== null || metric === 'projects' ? [{ of: 'projects', category, projects, cities: metric === 'projects' && cities > 0 ? cities : null } as const] : []),
		...(metric === 'reached' ? [{ of: 'reached', cities: rows.filter((row) => (row.reached ?? 0) > 0).length } as const] : [])
	];
}

function joinsOf({ newest, at }: Dashboard, metric: Metric): More[] {
	if (newest === null) return [];
	if (metric === 'newest') return [{ of: 'newest', year: yearOf(newest) }];
	return metric === 'since' ? [{ of: 'since', years: wholeYears(newest, at) }] : [];
}
