import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { recordPath, typeOfFolder } from '#lib/i18n/record-address.ts';
import { recordHistory } from '#lib/server/record-log.ts';
import { reasonOf } from '#lib/server/record-save.ts';
import { undo } from '#lib/server/record-undo.ts';
import { changeOf } from '#lib/server/record-undo-form.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

const NONE = { message: 'there is no such record' };

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const { params, locals, url } = event;
	const type = typeOfFolder(params.folder) ?? error(404, NONE);
	const items = await recordHistory(type, params.id, locals.locale);
	if (items.length === 0) error(404, NONE);
	return { type, id: params.id, items, mayEdit: person.role !== 'viewer', undone: url.searchParams.get('undone') };
};

export const actions: Actions = {
	undo: async (event) => {
		const person = requireRole(event, 'editor');
		const { params, locals } = event;
		const type = typeOfFolder(params.folder) ?? error(404, NONE);
		const form = await event.request.formData();
		const outcome = await undo({ change: changeOf(form) }, reasonOf(form), { person, locale: locals.locale });
		if ('missing' in outcome) error(404, NONE);
		if ('blocked' in outcome) return fail(409, { change: changeOf(form), blocked: outcome.blocked });
		redirect(303, `${localePath(`${recordPath(type, params.id)}/history`, locals.locale)}?undone=${outcome.undone}`);
	}
};
