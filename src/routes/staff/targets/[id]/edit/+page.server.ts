import { fail, redirect } from '@sveltejs/kit';
import { linkTo } from '#lib/i18n/address.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { targetChoices } from '#lib/server/target.ts';
import { saveTarget, targetToEdit, typedOf } from '#lib/server/target-write.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const { id } = event.params;
	return { id, ...(await targetToEdit(id)), choices: await targetChoices(readingOf(event), id) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const reading = readingOf(event);
		const { typed, version } = await typedOf(event.request);
		// Without the version it was opened at nobody can tell what would be overwritten: as if it had been overtaken.
		const outcome = await saveTarget(person, event.params.id, { typed, version: version ?? 0 }, reading);
		if ('saved' in outcome) redirect(303, linkTo(`/staff/targets/${event.params.id}`, reading.locale, reading.view));
		return fail('conflict' in outcome ? 409 : 400, { typed, ...outcome });
	}
};
