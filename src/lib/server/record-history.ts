import { error, fail, redirect } from '@sveltejs/kit';
import { prospectInputs } from '#domain/prospect-form.ts';
import type { RecordType } from '#domain/record.ts';
import type { Person } from '#domain/role.ts';
import { targetInputs } from '#domain/target-form.ts';
import { localePath } from '#lib/i18n/address.ts';
import { historyPath } from '#lib/i18n/record-address.ts';
import { recordHistory } from './record-log.ts';
import { undoneRecord } from './record-merge.ts';
import { reasonOf } from './record-save.ts';
import { undo } from './record-undo.ts';
import { changeOf } from './record-undo-form.ts';

const NONE = { message: 'there is no such record' };

type Asked = { readonly locals: App.Locals; readonly url: URL; readonly request: Request };

/** The page of a record's history. Throws 404 for a record that never was. */
export async function historyPage(type: RecordType, id: string, { locals, url }: Asked, person: Person) {
	const items = await recordHistory(type, id, locals.locale);
	if (items.length === 0) error(404, NONE);
	return { type, id, items, mayEdit: person.role !== 'viewer', undone: url.searchParams.get('undone') };
}

/**
 * Takes back the change that a form of that page names, and leads back to it. Where something stands in the way, an answer
 * that says what; `choose` is the version whose fields a person can choose one by one in the form instead, if that helps.
 */
export async function undoFromHistory(type: RecordType, id: string, { locals, request }: Asked, person: Person) {
	const { locale } = locals;
	const form = await request.formData();
	const change = changeOf(form);
	const outcome = await undo({ change }, reasonOf(form), { person, locale });
	if ('missing' in outcome) error(404, NONE);
	if (!('blocked' in outcome)) redirect(303, `${localePath(historyPath(type, id), locale)}?undone=${outcome.undone}`);
	const version = (await recordHistory(type, id, locale)).find((item) => item.id === change)?.version ?? 0;
	const merged = await undoneRecord(type, id, version, locale);
	const canType = merged?.conflict.rows.every(({ field }) => isTyped(type, field)) ?? false;
	return fail(409, { blocked: outcome.blocked, choose: canType ? version : null });
}

/** Can the form of this type say what stands in this field? */
function isTyped(type: RecordType, field: string): boolean {
	if (type === 'prospect') return prospectInputs(field).length > 0;
	return type !== 'target' || targetInputs(field).length > 0;
}
