import { movements, movementsByDistrict } from '#db/queries/movement.ts';
import { toCube, type Cube, type Movement } from '#domain/cube.ts';
import { database } from './atlas.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** Joins and leaves by city, kind and day, as known. */
export function cityMovements({ known }: Pick<Reading, 'known'>): Promise<Movement[]> {
	return remember(`movements ${known}`, () => movements(database(), { known }));
}

/** The same by district; members whose district is not verified stand under null. */
export function districtMovements({ known }: Pick<Reading, 'known'>): Promise<Movement[]> {
	return remember(`district movements ${known}`, () => movementsByDistrict(database(), { known }));
}

/** Members by city, kind and day, as known; one cube for each version of the data. */
export function cityCube(reading: Pick<Reading, 'known'>): Promise<Cube> {
	return remember(`cube ${reading.known}`, async () => toCube(await cityMovements(reading)));
}

/** The same by district. */
export function districtCube(reading: Pick<Reading, 'known'>): Promise<Cube> {
	return remember(`district cube ${reading.known}`, async () => toCube(await districtMovements(reading)));
}
