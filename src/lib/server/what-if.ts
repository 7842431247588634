import { openProspects, stageOutcomes, type OpenProspect } from '#db/queries/prospect.ts';
import { listTargets } from '#db/queries/target.ts';
import { chanceOf } from '#domain/chance.ts';
import { membersAt, toCube, type Cube } from '#domain/cube.ts';
import type { Day } from '#domain/day.ts';
import { differenceOf, type Change, type Difference } from '#domain/difference.ts';
import type { Bilingual } from '#domain/locale.ts';
import type { MemberKind } from '#domain/member.ts';
import type { Adcode } from '#domain/place.ts';
import type { OpenStage } from '#domain/prospect.ts';
import { joinedOf, MOST_JOINED, supposedDay, supposing } from '#domain/what-if.ts';
import { city, cityCodes } from '#geo/regions/city.ts';
import type { TargetRecord } from '#lib/picture/target/scope.ts';
import { supposedRecord, supposedTargets, type SupposedTarget } from '#lib/picture/what-if/targets.ts';
import type { Part } from '#lib/picture/part.ts';
import { database } from './atlas.ts';
import { cityMovements, districtMovements } from './cube.ts';
import { regionGroups } from './group-coverage.ts';
import { part } from './part.ts';
import type { Reading } from './reading.ts';
import { targetRecord } from './target-record.ts';

/** A prospect that may be supposed to have joined. */
export type Candidate = {
	readonly id: string;
	readonly name: Bilingual;
	readonly kind: MemberKind | null;
	readonly city: Adcode | null;
	readonly stage: OpenStage;
	readonly chance: number;
};

/** What a page of a scenario shows. */
export type WhatIf = {
	readonly candidates: readonly Candidate[];
	/** Those supposed to have joined, in the order of the candidates. */
	readonly joined: readonly string[];
	/** Asked for by the address, and not open any more. */
	readonly gone: number;
	/** The day as recorded, and as supposed. */
	readonly difference: Difference;
	/** The running targets, as they stand and as they would. */
	readonly targets: Part<readonly SupposedTarget[]>;
	readonly groups: readonly (Change & { readonly id: string; readonly name: Bilingual; readonly of: number })[];
};

/** A scenario: the day of a reading beside the same day with the prospects of the address as members. Writes nothing. */
export async function whatIf(reading: Reading): Promise<WhatIf> {
	const { at, known, view } = reading;
	const db = database();
	const prospects = (await openProspects(db, { known })).filter(({ noted }) => noted <= at);
	const outcomes = await stageOutcomes(db, { known });
	const asked = new Set(joinedOf(view.joined ?? '').slice(0, MOST_JOINED));
	const joining = prospects.filter(({ id }) => asked.has(id));
	const cube = toCube(supposing(await cityMovements(reading), at, joining.map(({ city: place, kind }) => ({ place, kind }))));
	const districts = toCube(supposing(await districtMovements(reading), at, joining.map(({ district: place, kind }) => ({ place, kind }))));
	const targets = (): Promise<SupposedTarget[]> => targetsOf(reading, joining, prospects.filter(({ id }) => !asked.has(id)).map((one) => ({ ...one, chance: chanceOf(one, outcomes).value })));
	return {
		candidates: prospects.map((one) => candidateOf(one, chanceOf(one, outcomes).value)),
		joined: joining.map(({ id }) => id),
		gone: asked.size - joining.length,
		difference: differenceOf(cube, cityCodes, { from: at, to: supposedDay(at) }),
		targets: await part('targets of a scenario', targets),
		groups: (await regionGroups(reading)).map(({ id, name, short, areas }) => ({
			id,
			name: short ?? name,
			of: areas.length,
			from: coveredIn(areas, cube, districts, at),
			to: coveredIn(areas, cube, districts, supposedDay(at))
		}))
	};
}

async function targetsOf(reading: Reading, joining: readonly OpenProspect[], open: TargetRecord['prospects']): Promise<SupposedTarget[]> {
	const { at, today, known, locale } = reading;
	const record = await targetRecord(reading);
	return supposedTargets(await listTargets(database(), { known }), [record, supposedRecord(record, joining, open, at)], { at, today }, locale);
}

function candidateOf({ id, name, kind, city: place, stage }: OpenProspect, chance: number): Candidate {
	return { id, name, kind, city: place, stage, chance };
}

function coveredIn(areas: readonly Adcode[], cube: Cube, districts: Cube, day: Day): number {
	return areas.filter((code) => membersAt(city(code) ? cube : districts, day, { places: [code] }) > 0).length;
}
