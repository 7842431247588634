import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { historyPath } from '#lib/i18n/record-address.ts';
import { prospectPage } from '#lib/server/prospect.ts';
import { moveProspect, noteProspect, retireProspect, stageTyped, textTyped, versionTyped } from '#lib/server/prospect-write.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const { id } = event.params;
	const { locale } = event.locals;
	const found = await prospectPage(person, id, locale);
	if (found === 'retired') redirect(303, localePath(historyPath('prospect', id), locale));
	return found ?? error(404, { message: `no prospect ${id}` });
};

export const actions: Actions = {
	move: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const form = await event.request.formData();
		const to = stageTyped(form);
		const { id } = event.params;
		if (to === null) return fail(400, { refused: { problem: 'invalid' as const, id, name: null, stage: null } });
		if (to === 'converted' || to === 'lost') redirect(303, localePath(`/staff/prospects/${id}/${to === 'lost' ? 'lose' : 'convert'}`, locale));
		const done = await moveProspect({ person, locale }, id, versionTyped(form), to);
		return 'problem' in done ? fail(done.problem === 'missing' ? 404 : 409, { refused: done }) : { moved: done };
	},
	note: async (event) => {
		const person = requireRole(event, 'editor');
		const form = await event.request.formData();
		const note = textTyped(form, 'note', 2000);
		const done = await noteProspect({ person, locale: event.locals.locale }, event.params.id, note);
		if (done === 'noted') return { noted: true };
		return typeof done === 'string' ? fail(400, { note, noteProblem: done }) : fail(404, { note, refused: done });
	},
	retire: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const form = await event.request.formData();
		const done = await retireProspect({ person, locale }, event.params.id, versionTyped(form), textTyped(form, 'reason', 300));
		if (done === 'retired') redirect(303, localePath('/staff/prospects', locale));
		return fail(done.problem === 'missing' ? 404 : 409, { refused: done });
	}
};
