import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { changeLog } from '#lib/server/record-log.ts';
import { reasonOf } from '#lib/server/record-save.ts';
import { undo } from '#lib/server/record-undo.ts';
import { changeOf } from '#lib/server/record-undo-form.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const { searchParams: query } = event.url;
	const log = await changeLog({ type: query.get('type'), actor: query.get('actor'), after: query.get('after') }, event.locals.locale);
	return { log, isFirst: !query.get('after'), mayEdit: person.role !== 'viewer', undone: query.get('undone') };
};

export const actions: Actions = {
	undo: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const form = await event.request.formData();
		const outcome = await undo({ change: changeOf(form) }, reasonOf(form), { person, locale });
		if ('missing' in outcome) error(404, { message: 'there is no such change' });
		if ('blocked' in outcome) return fail(409, { blocked: outcome.blocked });
		redirect(303, `${localePath('/staff/changes', locale)}?undone=${outcome.undone}`);
	}
};
