import { personNames } from '#db/queries/person.ts';
import type { Locale } from '#domain/locale.ts';
import { changeText } from '#lib/i18n/change.ts';
import { database } from './atlas.ts';

const PERSON = 'person:';

/** Who stands behind the actors of the history, by actor: people by name, programs in words. */
export async function actorNames(actors: readonly string[], locale: Locale): Promise<ReadonlyMap<string, string>> {
	const ids = actors.filter((actor) => actor.startsWith(PERSON)).map((actor) => actor.slice(PERSON.length));
	const people = await personNames(database(), ids);
	const programs: Readonly<Record<string, string>> = changeText[locale].programs;
	return new Map(
		actors.map((actor) => [actor, actor.startsWith(PERSON) ? (people.get(actor.slice(PERSON.length)) ?? changeText[locale].formerPerson) : (programs[actor] ?? actor)])
	);
}
