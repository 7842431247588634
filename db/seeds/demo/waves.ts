import { lastOfMonth, type Day, type Month } from '#domain/day.ts';
import type { Adcode } from '#domain/place.ts';
import { FOUNDED } from './clock.ts';

/** One round of admissions: on which day, how many join, and how far out the alliance reaches by then (0 to 4). */
export type Wave = { readonly on: Day; readonly members: number; readonly reach: number };

const month = (text: Month, members: number, reach: number): Wave => ({ on: `${text}-18`, members, reach });

/** The founding and eleven rounds after it. */
export const WAVES: readonly Wave[] = [
	{ on: FOUNDED, members: 36, reach: 0 },
	month('2021-05', 34, 0),
	month('2021-11', 42, 1),
	month('2022-06', 38, 1),
	month('2022-12', 52, 1),
	month('2023-06', 48, 2),
	month('2023-12', 60, 2),
	month('2024-06', 54, 2),
	month('2024-12', 66, 3),
	month('2025-06', 58, 3),
	month('2025-12', 62, 4),
	{ on: lastOfMonth('2026-05'), members: 32, reach: 4 }
];

/** Cities by the reach that first takes them in, with how often they are chosen; those not named stay white. */
export const CITIES: readonly { readonly code: Adcode; readonly weight: number; readonly reach: number }[] = [
	...at(0, 9, ['310000', '320500', '330500']),
	...at(0, 14, ['320200']),
	...at(0, 6, ['320400', '330400']),
	...at(1, 8, ['320100', '330100']),
	...at(1, 4, ['320600', '321100', '330200', '340100']),
	...at(2, 4, ['321000', '321200', '330600', '340200', '341800']),
	...at(2, 2, ['320900', '340500', '341100', '330900']),
	...at(3, 2, ['320300', '320700', '330300', '330700', '331000', '340800']),
	...at(3, 1, ['320800', '330800', '341000']),
	...at(4, 1, ['340300', '340400', '340700', '341500', '341300'])
];

function at(reach: number, weight: number, codes: readonly Adcode[]) {
	return codes.map((code) => ({ code, weight, reach }));
}
