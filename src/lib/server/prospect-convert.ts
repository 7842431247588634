import { MissingReference } from '#db/queries/conflict.ts';
import { listEvents } from '#db/queries/event.ts';
import { alikeRecords, type Alike } from '#db/queries/alike.ts';
import { prospectById, prospectVersion } from '#db/queries/prospect.ts';
import { saveRecord } from '#db/queries/record.ts';
import { listSources } from '#db/queries/source.ts';
import type { Db } from '#db/schema.ts';
import { fullPinyin } from '#db/search/pinyin.ts';
import { conversionValues, readConversion, typedConversion, type ConversionIssues, type ConversionValues } from '#domain/conversion.ts';
import { canConvert } from '#domain/pipeline.ts';
import type { Prospect } from '#domain/prospect.ts';
import { city } from '#geo/regions/city.ts';
import { district } from '#geo/regions/district.ts';
import { randomBytes } from 'node:crypto';
import { database, today } from './atlas.ts';
import { entry, reasons, standing, versionTyped, type Refusal, type Writer } from './prospect-write.ts';

/** Batches and sources that the form offers: the newest. */
const OFFERED = 200;
/** Look-alikes that are shown at most. */
const ALIKE = 8;

/** The form by which a prospect becomes a member. Null when there is none; `done`: it is one already. */
export async function conversionForm(id: string) {
	const db = database();
	const [prospect, version] = [await prospectById(db, id), await prospectVersion(db, id)];
	if (!prospect || version === null) return null;
	const events = await listEvents(db, { at: today(), limit: OFFERED });
	const batches = events.items.filter(({ kind }) => kind === 'founding' || kind === 'ceremony');
	return {
		id,
		version,
		name: prospect.name,
		done: !canConvert(prospect.stage),
		values: conversionValues(prospect, today()),
		alike: await alikeOf(db, prospect),
		events: batches.map(({ id: eventId, title, held }) => ({ id: eventId, title, held })),
		sources: (await listSources(db)).slice(0, OFFERED).map(({ id: sourceId, title, published }) => ({ id: sourceId, title, published }))
	};
}

/** Records that may be the member to be made: other than the prospect itself. */
async function alikeOf(db: Db, { id, name, aliases, creditCode }: Prospect): Promise<Alike[]> {
	const names = [name.zh, ...aliases, ...(name.en === null ? [] : [name.en])];
	const found = await alikeRecords(db, { type: 'member', id: null, names, creditCode }, ALIKE + 1);
	return found.filter((each) => each.type !== 'prospect' || each.id !== id).slice(0, ALIKE);
}

/** What the form shows again where nothing was written. */
export type ConversionAnswer = { readonly values: ConversionValues; readonly issues?: ConversionIssues; readonly alike?: readonly Alike[] };

/**
 * Makes the member, its membership and the end of the prospect in one transaction, or nothing. A member of the same code
 * or name is never made a second time unless the writer has said that it is another organisation.
 */
export async function convertProspect(writer: Writer, id: string, form: FormData): Promise<{ member: string } | ConversionAnswer | Refusal> {
	const values = typedConversion(form);
	try {
		return await database()
			.transaction()
			.execute(async (trx) => {
				const found = await standing(trx, id);
				if (!found) return { problem: 'missing' as const, id, name: null, stage: null };
				const { prospect, version } = found;
				const refusal = { id, name: prospect.name, stage: prospect.stage };
				if (!canConvert(prospect.stage)) return { ...refusal, problem: 'not_allowed' as const };
				if (version !== versionTyped(form)) return { ...refusal, problem: 'conflict' as const };
				const memberId = `${fullPinyin(values.nameZh).replace(/[^a-z0-9]/g, '').slice(0, 60) || 'member'}-${randomBytes(3).toString('hex')}`;
				const read = readConversion(values, prospect, { memberId, today: today() });
				const issues = { ...('issues' in read && read.issues), ...places(values) };
				if ('issues' in read || Object.keys(issues).length > 0) return { values, issues };
				if (form.get('distinct') !== 'yes') {
					const { name, aliases, creditCode } = read.member;
					const alike = await alikeOf(trx, { ...prospect, name, aliases, creditCode });
					if (alike.length > 0) return { values, alike };
				}
				// The three stand and are undone together.
				const joined = { ...entry(writer, reasons(writer).joined(prospect.name.zh)), batchId: `joining-${randomBytes(6).toString('hex')}` };
				await saveRecord(trx, 'member', read.member, { ...joined, expectedVersion: null });
				await saveRecord(trx, 'membership', read.membership, { ...joined, expectedVersion: null });
				await saveRecord(trx, 'prospect', read.prospect, { ...joined, expectedVersion: version });
				return { member: memberId };
			});
	} catch (refused) {
		if (!(refused instanceof MissingReference)) throw refused;
		return { values, issues: { [refused.missing.type === 'event' ? 'eventId' : 'sourceId']: 'choice' } };
	}
}

/** Which of the places there are not. */
function places(values: ConversionValues): ConversionIssues {
	return {
		...(values.city !== '' && !city(values.city) && { city: 'choice' }),
		...(values.district !== '' && !district(values.district) && { district: 'choice' })
	};
}
