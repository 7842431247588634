/** The day on which the measured pages stand. */
export const TODAY = '2026-11-22';

/** Members by city for the page written by hand: those of the recorded facts. */
export const CITIES: Readonly<Record<string, number>> = {
	'310000': 2,
	'320200': 7,
	'320600': 1,
	'320700': 1,
	'330400': 1,
	'330500': 1,
	'340500': 1,
	'341100': 3
};
