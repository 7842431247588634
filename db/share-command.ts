import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { daySchema } from '#domain/day.ts';
import { endOf, type Instant } from '#domain/instant.ts';
import { sharePathSchema, shareRefusal } from '#domain/share.ts';
import { createShare, listShares, revokeShare } from './queries/share.ts';
import type { Db } from './schema.ts';

export const SHARE_USAGE = `share create PATH [--until DAY] [--label TEXT]   the password, if any, in SHARE_PASSWORD
  share list
  share revoke ID`;

/** The words of the command make no sense; the message says which. */
export class BadShareCommand extends Error {}

/** Makes, lists and ends share links. Throws `BadShareCommand`. Returns what to say. */
export async function shareCommand(db: Db, args: readonly string[], now: Instant, password: string | undefined): Promise<string> {
	const { positionals, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { until: { type: 'string' }, label: { type: 'string', default: '' } }
	});
	const [verb, operand, ...rest] = positionals;
	if (rest.length > 0) throw new BadShareCommand(`too many words: ${rest.join(' ')}`);
	if (verb === 'create' && operand !== undefined) return create(db, operand, values, now, password || null);
	if (verb === 'list' && operand === undefined) return list(db, now);
	if (verb === 'revoke' && operand !== undefined) {
		if (await revokeShare(db, operand, now)) return `share ${operand} revoked`;
		throw new BadShareCommand(`no share ${operand} that is open`);
	}
	throw new BadShareCommand(`use\n  ${SHARE_USAGE}`);
}

async function create(db: Db, path: string, { until, label }: { until?: string | undefined; label: string }, now: Instant, password: string | null) {
	if (!v.is(sharePathSchema, path)) throw new BadShareCommand(`"${path}" is no address within the site, such as /wall?views=overview`);
	if (until !== undefined && !v.is(daySchema, until)) throw new BadShareCommand(`--until takes a day such as 2026-12-31, not "${until}"`);
	if (password !== null && password.length < 8) throw new BadShareCommand('SHARE_PASSWORD must have 8 characters or more');
	const { share, token } = await createShare(db, { path, label, expiresAt: until === undefined ? null : endOf(until), password }, now);
	return `share ${share.id} made: /share/${token}\nIt opens ${path}${until ? ` until the end of ${until}` : ''}${password ? ', with the password' : ''}. The address is shown this once.`;
}

async function list(db: Db, now: Instant): Promise<string> {
	const shares = await listShares(db);
	if (shares.length === 0) return 'no shares';
	return shares
		.map((share) => [share.id, shareRefusal(share, now) ?? 'open', share.path, share.expiresAt ?? 'no end', share.hasPassword ? 'password' : '', share.label].join('\t'))
		.join('\n');
}
