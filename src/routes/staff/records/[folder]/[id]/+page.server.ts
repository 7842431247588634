import { error, fail, redirect } from '@sveltejs/kit';
import { localePath } from '#lib/i18n/address.ts';
import { publicPath, recordPath, typeOfFolder } from '#lib/i18n/record-address.ts';
import { districtChoices, recordTitle, staffRecord } from '#lib/server/record-form.ts';
import { reasonOf, saveForm, versionOf } from '#lib/server/record-save.ts';
import { memberMemberships } from '#lib/server/record-membership.ts';
import { undoing } from '#lib/server/record-undo-form.ts';
import { recordUses, turnRecord, undoForm } from '#lib/server/record-undo.ts';
import { requireRole } from '#lib/server/rights.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const NONE = { message: 'there is no such record' };
const typeOf = ({ params }: RequestEvent) => typeOfFolder(params.folder) ?? error(404, NONE);

export const load: PageServerLoad = async (event) => {
	requireRole(event, 'editor');
	const { params, locals, url } = event;
	const type = typeOfFolder(params.folder) ?? error(404, NONE);
	const { locale } = locals;
	const found = (await staffRecord(type, params.id, locale)) ?? error(404, NONE);
	const wanted = undoing(url);
	const undone = wanted === null ? null : await undoForm(type, params.id, wanted, locale);
	return {
		type,
		id: params.id,
		title: await recordTitle(type, found.record, locale),
		version: found.version,
		retired: found.retired,
		state: undone ?? found.state,
		undoing: undone ? wanted : null,
		districts: districtChoices(type, locale),
		uses: await recordUses(type, params.id, locale),
		memberships: type === 'member' ? await memberMemberships(params.id, locale) : null,
		publicPath: found.retired ? null : publicPath(type, params.id),
		done: url.searchParams.get('done')
	};
};

/** Retires or restores, and says what became of it. */
async function turn(event: RequestEvent, change: 'retire' | 'restore') {
	const person = requireRole(event, 'editor');
	const type = typeOf(event);
	const { locale } = event.locals;
	const form = await event.request.formData();
	const outcome = await turnRecord(type, event.params.id, change, { version: versionOf(form), reason: reasonOf(form) }, { person, locale });
	if (outcome === 'missing') error(404, NONE);
	if (outcome !== 'done') return fail(409, { turn: outcome, reason: reasonOf(form) });
	redirect(303, `${localePath(recordPath(type, event.params.id), locale)}?done=${change}d`);
}

export const actions: Actions = {
	save: async (event) => {
		const person = requireRole(event, 'editor');
		const type = typeOf(event);
		const { locale } = event.locals;
		const outcome = await saveForm(type, event.params.id, await event.request.formData(), { person, locale });
		if ('refused' in outcome) return fail(outcome.refused.conflict ? 409 : 422, { state: outcome.refused });
		if ('gone' in outcome && outcome.gone === 'missing') error(404, NONE);
		const done = 'gone' in outcome ? 'gone' : outcome.saved.changed ? 'saved' : 'unchanged';
		redirect(303, `${localePath(recordPath(type, event.params.id), locale)}?done=${done}`);
	},
	retire: (event) => turn(event, 'retire'),
	restore: (event) => turn(event, 'restore')
};
