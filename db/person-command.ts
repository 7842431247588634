import { parseArgs } from 'node:util';
import type { Instant } from '#domain/instant.ts';
import { isRole, ROLES } from '#domain/role.ts';
import { createInvitation } from './queries/invitation.ts';
import { listPeople } from './queries/person.ts';
import type { Db } from './schema.ts';

export const PERSON_USAGE = `person list
  person invite NAME [--role viewer|editor|admin]   a link that makes an account
  person password EMAIL   a link that sets a new password`;

/** The words of the command make no sense; the message says which. */
export class BadPersonCommand extends Error {}

/** Lists people and makes links for them, for whoever may reach the database but not the desk. Throws `BadPersonCommand`. Returns what to say. */
export async function personCommand(db: Db, args: readonly string[], now: Instant): Promise<string> {
	const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { role: { type: 'string', default: 'editor' } } });
	const [verb, operand, ...rest] = positionals;
	if (rest.length > 0) throw new BadPersonCommand(`too many words: ${rest.join(' ')}`);
	if (verb === 'list' && operand === undefined) return list(db);
	if (verb === 'invite' && operand !== undefined) return invite(db, operand, values.role, now);
	if (verb === 'password' && operand !== undefined) return password(db, operand, now);
	throw new BadPersonCommand(`use\n  ${PERSON_USAGE}`);
}

async function list(db: Db): Promise<string> {
	const people = await listPeople(db);
	if (people.length === 0) return 'nobody yet';
	return people.map(({ id, email, name, role, deactivatedAt }) => [id, deactivatedAt === null ? role : 'deactivated', email, name].join('\t')).join('\n');
}

async function invite(db: Db, label: string, role: string, now: Instant): Promise<string> {
	if (!isRole(role)) throw new BadPersonCommand(`--role takes ${ROLES.join(', ')}, not "${role}"`);
	const input = { purpose: 'invite', role, label, personId: null, createdBy: 'command line' } as const;
	const { token, invitation } = await db.transaction().execute((trx) => createInvitation(trx, input, now));
	return `link for ${label} (${role}): /setup/${token}\nIt is good once, until ${invitation.expiresAt}. The address is shown this once.`;
}

async function password(db: Db, email: string, now: Instant): Promise<string> {
	const person = (await listPeople(db)).find((candidate) => candidate.email === email.toLowerCase() && candidate.deactivatedAt === null);
	if (!person) throw new BadPersonCommand(`nobody with the address ${email} may sign in`);
	const input = { purpose: 'password', role: person.role, label: person.name, personId: person.id, createdBy: 'command line' } as const;
	const { token, invitation } = await db.transaction().execute((trx) => createInvitation(trx, input, now));
	return `link for ${person.name}: /setup/${token}\nIt is good once, until ${invitation.expiresAt}. The address is shown this once.`;
}
