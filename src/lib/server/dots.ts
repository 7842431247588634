import { listMembers } from '#db/queries/member.ts';
import { inLocale } from '#domain/locale.ts';
import type { Adcode } from '#domain/place.ts';
import { linkTo } from '#lib/i18n/address.ts';
import type { SceneDot } from '#lib/picture/map/scene.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';

/** More points than this hide each other and are not drawn one by one. */
const MOST = 400;

/** The members of a city whose very point is known, to be drawn where they stand. */
export async function dotsIn(reading: Reading, city: Adcode): Promise<SceneDot[]> {
	const { at, known, locale, view } = reading;
	const { items } = await listMembers(database(), { at, known, city, active: true, kind: view.kind, limit: MOST });
	return items.flatMap(({ member }) =>
		member.point === null
			? []
			: [{ point: member.point, kind: member.kind, name: inLocale(member.name, locale), href: linkTo(`/members/${member.id}`, locale, view) }]
	);
}
