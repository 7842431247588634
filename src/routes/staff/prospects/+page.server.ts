import { fail, redirect } from '@sveltejs/kit';
import { readProspectView } from '#domain/prospect-view.ts';
import { localePath } from '#lib/i18n/address.ts';
import { prospectBoard } from '#lib/server/prospect.ts';
import { moveProspect, stageTyped, takeBack, textTyped, versionTyped } from '#lib/server/prospect-write.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	const filter = readProspectView(event.url.searchParams);
	return { filter, ...(await prospectBoard(person, filter)) };
};

export const actions: Actions = {
	move: async (event) => {
		const person = requireRole(event, 'editor');
		const { locale } = event.locals;
		const form = await event.request.formData();
		const id = textTyped(form, 'id', 80);
		const to = stageTyped(form);
		if (to === null) return fail(400, { refused: { problem: 'invalid' as const, id, name: null, stage: null } });
		// Both ends take a few more words, on a page of their own.
		if (to === 'converted' || to === 'lost')
			redirect(303, localePath(`/staff/prospects/${encodeURIComponent(id)}/${to === 'lost' ? 'lose' : 'convert'}`, locale));
		const done = await moveProspect({ person, locale }, id, versionTyped(form), to);
		return 'problem' in done ? fail(done.problem === 'missing' ? 404 : 409, { refused: done }) : { moved: done };
	},
	back: async (event) => {
		const person = requireRole(event, 'editor');
		const form = await event.request.formData();
		const done = await takeBack({ person, locale: event.locals.locale }, textTyped(form, 'id', 80), versionTyped(form));
		return 'problem' in done ? fail(done.problem === 'missing' ? 404 : 409, { refused: done }) : { takenBack: done };
	}
};
