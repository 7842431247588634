import { isOpen } from '#domain/prospect.ts';
import type { ProspectView } from '#domain/prospect-view.ts';
import type { Person } from '#domain/role.ts';
import { cityProspects, prospectScene } from '#lib/picture/prospect/scene.ts';
import { cityCube } from './cube.ts';
import { pipeline } from './prospect.ts';
import type { Reading } from './reading.ts';

/** The map: members by city beneath, prospects being won by stage above, and the same as a list. Both as of today. */
export async function prospectMap(person: Person, view: ProspectView, { locale, view: { theme }, today }: Reading) {
	const { rows, ...rest } = await pipeline(person, view);
	const input = { rows, cube: await cityCube({ known: null }), at: today, locale, view, theme };
	const unplaced = rows.filter(({ stage, city }) => isOpen(stage) && city === null).length;
	return { ...rest, ...prospectScene(input), cities: cityProspects(input), unplaced };
}
