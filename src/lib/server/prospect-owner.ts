import type { Person } from '#domain/role.ts';

/** Somebody who may look after prospects. */
export type Owner = { readonly id: string; readonly name: string };

/** What stands before a person's identifier where the history names who wrote. */
const ACTOR = 'person:';

/** Everybody who may look after prospects, and whom the given identifiers name; who is not known keeps the identifier as name. */
export async function owners(person: Person, named: readonly (string | null)[]): Promise<Owner[]> {
	const known = [{ id: person.id, name: person.name }];
	const others = [...new Set(named)].filter((id): id is string => id !== null && !known.some((each) => each.id === id));
	return [...known, ...others.sort().map((id) => ({ id, name: id }))];
}

/** The name of who wrote, as far as it is known. */
export function actorName(actor: string, people: readonly Owner[]): string {
	const id = actor.startsWith(ACTOR) ? actor.slice(ACTOR.length) : actor;
	return people.find((each) => each.id === id)?.name ?? id;
}

/** The identifier of the person behind an actor; null where it is none. */
export function personOf(actor: string): string | null {
	return actor.startsWith(ACTOR) ? actor.slice(ACTOR.length) : null;
}
