import { fail, redirect } from '@sveltejs/kit';
import { linkTo } from '#lib/i18n/address.ts';
import { readingOf } from '#lib/server/reading.ts';
import { undoing } from '#lib/server/record-undo-form.ts';
import { requireRole } from '#lib/server/rights.ts';
import { targetChoices } from '#lib/server/target.ts';
import { saveTarget, sentTarget, targetToEdit, undoneTarget } from '#lib/server/target-write.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const { id } = event.params;
	const undone = undoing(event.url);
	return {
		id,
		...(await targetToEdit(id)),
		undone: undone === null ? null : await undoneTarget(id, undone, event.locals.locale),
		choices: await targetChoices(readingOf(event), id)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = requireRole(event, 'editor');
		const reading = readingOf(event);
		const sent = await sentTarget(event.request);
		// Without the version it was opened at nobody can tell what would be overwritten: as if it had been overtaken.
		const outcome = await saveTarget(person, event.params.id, { ...sent, version: sent.version ?? 0 }, reading);
		if ('saved' in outcome) redirect(303, linkTo(`/staff/targets/${event.params.id}`, reading.locale, reading.view));
		return fail('gone' in outcome || outcome.conflict ? 409 : 400, outcome);
	}
};
