import { saveRecord } from '#db/queries/record.ts';
import type { Trx } from '#db/schema.ts';
import { alliance } from '#db/seeds/alliance.ts';
import type { Seed, SeedRecords } from '#db/seeds/seed.ts';
import * as v from 'valibot';
import { memberSchema } from '#domain/member.ts';
import { OPEN_STAGES } from '#domain/prospect.ts';
import { factsWith } from './filled.ts';

/** Stands in every field that the public must never see, and nowhere else. */
export const SECRET = 'geheim7319';
/** The value of a reported total that is not public. */
export const SECRET_TOTAL = 731_973;

const noted = Object.fromEntries(
	Object.entries(alliance.records).map(([type, records]) => [
		type,
		records.map((record) => ({ ...record, internalNote: `${SECRET} note of ${type} ${record.id}` }))
	])
) as unknown as SeedRecords;

const REPORT = [{ sourceId: 'wuxi-ribao-2023-09-27' }];

const inside = (what: string) => ({ zh: `${SECRET} ${what}`, en: `${SECRET} ${what}` });

/** The recorded facts with a note inside every record, reported totals that are not public, prospects and targets. */
export const secretFacts: Seed = factsWith(
	{
		reported_total: (['members', 'joined_cities', 'provinces', 'initiators'] as const).map((metric) => ({
			id: `secret-${metric.replace('_', '-')}`,
			metric,
			on: '2025-06-30',
			qualifier: 'over' as const,
			value: SECRET_TOTAL,
			isPublic: false,
			remark: { zh: `${SECRET} remark`, en: `${SECRET} remark` },
			citations: REPORT
		})),
		prospect: OPEN_STAGES.map((stage) => ({
			id: `secret-${stage}`,
			name: inside(stage),
			aliases: [`${SECRET} alias`],
			kind: 'museum' as const,
			city: '330100',
			website: `https://${SECRET}.example/`,
			stage,
			stageSince: '2025-06-30',
			noted: '2025-01-01',
			probability: 0.731_973,
			ownerId: `${SECRET} owner`,
			nextStep: `${SECRET} step`,
			nextStepOn: '2025-07-31',
			contact: `${SECRET} contact`,
			internalNote: `${SECRET} note`,
			remark: inside('remark')
		})),
		target: [
			{
				id: 'secret-target',
				name: inside('target'),
				metric: 'members' as const,
				start: '2025-01-01',
				due: '2027-12-31',
				value: SECRET_TOTAL,
				internalNote: `${SECRET} note`,
				remark: inside('remark')
			}
		]
	},
	{ ...alliance, records: noted }
);

/** A correction whose author and reason are nobody else's business. */
export async function secretCorrection(trx: Trx): Promise<void> {
	const member = noted.member.find(({ id }) => id === 'hongdou-jituan');
	const corrected = v.parse(memberSchema, { ...member, remark: { zh: '总部在锡山区。', en: 'Head office in Xishan.' } });
	const save = { at: '2026-02-01T00:00:00.000Z', actor: `${SECRET} actor`, reason: `${SECRET} reason`, expectedVersion: 1 };
	await saveRecord(trx, 'member', corrected, save);
}
