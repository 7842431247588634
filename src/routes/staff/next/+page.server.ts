import { fail } from '@sveltejs/kit';
import { atLeast } from '#domain/role.ts';
import { readingOf } from '#lib/server/reading.ts';
import { requireRole } from '#lib/server/rights.ts';
import { keepWeights, weightsOfForm, whereNext } from '#lib/server/whitespace.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = requireRole(event, 'viewer');
	return { where: await whereNext(readingOf(event)), canEdit: atLeast(person.role, 'editor') };
};

export const actions: Actions = {
	keep: async (event) => {
		requireRole(event, 'editor');
		const weights = weightsOfForm(await event.request.formData());
		if (!weights) return fail(400, { kept: false });
		await keepWeights(weights);
		return { kept: true };
	}
};
