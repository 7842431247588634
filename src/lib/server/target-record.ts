import { projectCells } from '#db/queries/project-count.ts';
import { openProspects, stageOutcomes } from '#db/queries/prospect.ts';
import { convertedProspects } from '#db/queries/target.ts';
import { chanceOf } from '#domain/chance.ts';
import { endOf } from '#domain/instant.ts';
import type { TargetRecord } from '#lib/picture/target/scope.ts';
import { database } from './atlas.ts';
import { cityCube, cityMovements, districtMovements } from './cube.ts';
import { regionGroups } from './group-coverage.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** A day after every other: projects that are on record for later belong to the forecast. */
const EVER = '9999-12-31';

/** The instant before which the pipeline must have been recorded: that of the day looked at, where it is past. */
function pipelineKnown({ at, today, known }: Pick<Reading, 'at' | 'today' | 'known'>): Reading['known'] {
	if (at >= today) return known;
	const then = endOf(at);
	return known === null || then < known ? then : known;
}

/** The prospects that were being won on the day of the reading, as recorded by then, each with its chance of joining. */
export function pipelineAt(reading: Pick<Reading, 'at' | 'today' | 'known'>) {
	const known = pipelineKnown(reading);
	return remember(`pipeline ${known}`, async () => {
		const outcomes = await stageOutcomes(database(), { known });
		return (await openProspects(database(), { known })).map((prospect) => ({ ...prospect, chance: chanceOf(prospect, outcomes).value }));
	});
}

/** Everything targets are measured by, as known; figures are those of the dashboard, for they come from the same cells. */
export function targetRecord(reading: Pick<Reading, 'at' | 'today' | 'known'>): Promise<TargetRecord> {
	const { at, today, known } = reading;
	return remember(`target record ${known} ${at < today ? at : ''}`, async () => ({
		movements: await cityMovements({ known }),
		districts: await districtMovements({ known }),
		groups: (await regionGroups({ known })).map(({ id, name, short, areas }) => ({ id, name: short ?? name, areas })),
		projects: await projectCells(database(), { at: EVER, known }),
		prospects: (await pipelineAt(reading)).map(({ city, district, kind, chance, expected }) => ({ city, district, kind, chance, expected })),
		conversions: await convertedProspects(database(), { known: pipelineKnown(reading) }),
		founded: (await cityCube({ known })).days[0] ?? null
	}));
}
