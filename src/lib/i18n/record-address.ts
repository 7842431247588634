import { FORM_TYPES, isFormType, type FormType } from '#domain/form.ts';
import type { RecordType } from '#domain/record.ts';

const FOLDERS: Readonly<Record<RecordType, string>> = {
	member: 'members',
	membership: 'memberships',
	event: 'events',
	project: 'projects',
	partner: 'partners',
	source: 'sources',
	reported_total: 'totals',
	region_group: 'groups',
	prospect: 'prospects',
	target: 'targets'
};

/** Where staff keep the records of a type, without language: `/staff/records/members`, `/staff/prospects`. */
export function recordsPath(type: RecordType): string {
	return isFormType(type) ? `/staff/records/${FOLDERS[type]}` : `/staff/${FOLDERS[type]}`;
}

/** Where staff keep one record, without language. */
export function recordPath(type: RecordType, id: string): string {
	return `${recordsPath(type)}/${id}`;
}

/** Where staff change one record, without language. */
export function editPath(type: RecordType, id: string): string {
	return isFormType(type) ? recordPath(type, id) : `${recordPath(type, id)}/edit`;
}

/** Where staff see every change of one record and take it back, without language. */
export function historyPath(type: RecordType, id: string): string {
	return `${recordPath(type, id)}/history`;
}

/** The type whose records are kept in a folder of `/staff/records`; null for any other text. */
export function typeOfFolder(folder: string): FormType | null {
	return FORM_TYPES.find((type) => FOLDERS[type] === folder) ?? null;
}

/** The public page of a record, without language; null for types that have none of their own. */
export function publicPath(type: RecordType, id: string): string | null {
	if (type === 'reported_total') return '/figures/reported';
	return type === 'membership' || !isFormType(type) ? null : `/${FOLDERS[type]}/${id}`;
}
