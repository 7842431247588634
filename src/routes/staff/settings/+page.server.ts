import { fail } from '@sveltejs/kit';
import { fieldOf, fieldsOf } from '#lib/server/form.ts';
import { requireRole } from '#lib/server/rights.ts';
import { saveApproval, saveFraming, saveOrganisation, saveSecondFactor, settings } from '#lib/server/settings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'admin');
	return { settings: await settings() };
};

export const actions: Actions = {
	organisation: async (event) => {
		const person = requireRole(event, 'admin');
		const given = fieldsOf(await event.request.formData(), ['nameZh', 'nameEn', 'shortZh', 'shortEn', 'website']);
		const errors = await saveOrganisation(person, given);
		return errors ? fail(400, { section: 'organisation' as const, errors, given }) : { saved: 'organisation' as const };
	},
	approval: async (event) => {
		const person = requireRole(event, 'admin');
		const given = fieldsOf(await event.request.formData(), ['number'], 200);
		const errors = await saveApproval(person, given.number);
		return errors ? fail(400, { section: 'approval' as const, errors, given }) : { saved: 'approval' as const };
	},
	framing: async (event) => {
		const person = requireRole(event, 'admin');
		const given = fieldsOf(await event.request.formData(), ['framing', 'origins'], 20_000);
		const refused = await saveFraming(person, given.framing !== 'listed', given.origins);
		return refused ? fail(400, { section: 'framing' as const, wrong: refused.wrong, given }) : { saved: 'framing' as const };
	},
	security: async (event) => {
		const person = requireRole(event, 'admin');
		await saveSecondFactor(person, fieldOf(await event.request.formData(), 'secondFactor', 10) === 'on');
		return { saved: 'security' as const };
	}
};
