/** What signed-in people may do, each including what stands before it: look, write records, keep people and settings. */
export const ROLES = ['viewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Is this text a role? */
export function isRole(text: string): text is Role {
	return (ROLES as readonly string[]).includes(text);
}

/** Somebody who is signed in. */
export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };

/** Does this role include the needed one? */
export function atLeast(role: Role, needed: Role): boolean {
	return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
