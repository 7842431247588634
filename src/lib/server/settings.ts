import { readSetting, writeSetting } from '#db/queries/setting.ts';
import { DEFAULT_FRAMING, framingSchema, originOf } from '#domain/framing.ts';
import { mapApprovalSchema } from '#domain/map-approval.ts';
import { organisationSchema } from '#domain/organisation.ts';
import { writePartialDay } from '#domain/partial-day.ts';
import type { Person } from '#domain/role.ts';
import type { SettingInput, SettingKey } from '#domain/setting.ts';
import { database } from './atlas.ts';
import { checked, type FieldErrors } from './form.ts';
import { log } from './log.ts';
import { BOUNDARIES, mapApproval } from './map-approval.ts';
import { isSecondFactorRequired } from './session.ts';

/** The settings as their forms show them: texts, empty where not set. */
export async function settings() {
	const [own, framing, approval, stored] = await Promise.all([
		readSetting(database(), 'organisation'),
		readSetting(database(), 'framing'),
		mapApproval(),
		readSetting(database(), 'map_approval')
	]);
	const frames = framing ?? DEFAULT_FRAMING;
	return {
		organisation: {
			nameZh: own?.name.zh ?? '',
			nameEn: own?.name.en ?? '',
			shortZh: own?.short.zh ?? '',
			shortEn: own?.short.en ?? '',
			website: own?.website ?? ''
		},
		approval: { number: approval ?? '', outdated: approval === null && stored !== null ? stored.number : null },
		framing: { anywhere: frames.anywhere, origins: frames.anywhere ? '' : frames.origins.join('\n') },
		secondFactor: await isSecondFactorRequired()
	};
}

async function write<K extends SettingKey>(by: Person, key: K, value: SettingInput<K> | null): Promise<null> {
	await database().transaction().execute((trx) => writeSetting(trx, key, value));
	log('info', 'setting changed', { by: by.id, setting: key });
	return null;
}

/** The alliance as its form gives it. What the form does not show stays as it is. */
export async function saveOrganisation(by: Person, given: Record<'nameZh' | 'nameEn' | 'shortZh' | 'shortEn' | 'website', string>): Promise<FieldErrors | null> {
	const own = await readSetting(database(), 'organisation');
	const text = (value: string): string | null => value.trim() || null;
	const input = {
		seatCity: own?.seatCity ?? null,
		seatRemark: own?.seatRemark ?? null,
		founded: own ? writePartialDay(own.founded) : '',
		sourceIds: own?.sourceIds ?? [],
		name: { zh: given.nameZh, en: text(given.nameEn) },
		short: { zh: given.shortZh, en: text(given.shortEn) },
		website: text(given.website)
	};
	const { errors } = checked(organisationSchema, input);
	if (errors) return Object.fromEntries(Object.entries(errors).map(([path, code]) => [FIELDS[path] ?? path, code]));
	return write(by, 'organisation', input);
}

const FIELDS: Readonly<Record<string, string>> = { 'name.zh': 'nameZh', 'name.en': 'nameEn', 'short.zh': 'shortZh', 'short.en': 'shortEn' };

/** The approval number, bound to the boundaries of today; an empty one is taken away. */
export async function saveApproval(by: Person, number: string): Promise<FieldErrors | null> {
	if (number.trim() === '') return write(by, 'map_approval', null);
	const { value, errors } = checked(mapApprovalSchema, { number, boundaries: BOUNDARIES });
	return errors ?? write(by, 'map_approval', value);
}

/** Where embeds may be framed; `origins` one a line. A line that is none is named as it was written. */
export async function saveFraming(by: Person, anywhere: boolean, origins: string): Promise<{ wrong: string } | null> {
	const lines = origins.split(/[\s,，;；]+/).filter(Boolean);
	const wrong = lines.find((line) => originOf(line) === null);
	if (!anywhere && wrong !== undefined) return { wrong };
	const value = anywhere ? ({ anywhere: true } as const) : { anywhere: false as const, origins: lines };
	const { errors } = checked(framingSchema, value);
	return errors ? { wrong: String(lines.length) } : write(by, 'framing', value);
}

/** Whether everybody must give a code beside the password. */
export function saveSecondFactor(by: Person, required: boolean): Promise<null> {
	return write(by, 'second_factor', { required });
}
