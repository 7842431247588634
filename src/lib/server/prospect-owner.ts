import { listPeople } from '#db/queries/person.ts';
import { database } from './atlas.ts';

/** Somebody who may look after prospects. */
export type Owner = { readonly id: string; readonly name: string };

/** Everybody who can sign in, and whom else the identifiers name; who is not known any more keeps the identifier as name. */
export async function owners(named: readonly (string | null)[]): Promise<Owner[]> {
	const people = await listPeople(database());
	const wanted = new Set(named.filter((id) => id !== null));
	const known = people.filter(({ id, deactivatedAt }) => deactivatedAt === null || wanted.has(id)).map(({ id, name }) => ({ id, name }));
	const others = [...wanted].filter((id) => !known.some((each) => each.id === id));
	return [...known, ...others.sort().map((id) => ({ id, name: id }))];
}
