import type { Locale } from '#domain/locale.ts';
import { areaPicture } from '#geo/regions/area-picture.ts';
import { cities, citiesOf } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import { outline } from '#geo/regions/outline.ts';
import { memberAreas } from '#lib/picture/map/member-areas.ts';
import type { Scene } from '#lib/picture/map/scene.ts';
import { CASES } from './cases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const name = url.searchParams.get('case') ?? 'few';
	const stage = CASES[name] ?? CASES.few!;
	const locale: Locale = url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
	const { subject } = stage;
	const regions = subject === null ? cities : subject.endsWith('0000') && subject !== '310000' ? citiesOf(subject) : districtsOf(subject);
	const { areas, classes } = memberAreas({
		regions: regions.map((region) => (stage.named && region.adcode === '320200' ? { ...region, zh: stage.named, zhShort: stage.named } : region)),
		kindsOf: stage.kindsOf,
		hrefOf: (code) => (code.endsWith('00') ? `/cities/${code}` : `/districts/${code}`),
		locale,
		...(stage.muted && { muted: stage.muted })
	});
	const scene: Scene = {
		areas,
		outlines: stage.outlined ? [{ id: 'group', name: 'group', d: outline([...stage.outlined]) }] : [],
		links: stage.links ?? [],
		dots: stage.dots ?? [],
		caption: locale === 'en' ? 'Members on the map' : '成员分布图'
	};
	return {
		// The region's picture is part of the script; others travel with the page.
		picture: subject === null ? null : ((await areaPicture(subject)) ?? null),
		scene,
		classes,
		locale,
		unplaced: stage.unplaced ?? 0,
		width: Number(url.searchParams.get('width')) || null,
		eager: url.searchParams.has('eager'),
		names: Object.keys(CASES)
	};
};
