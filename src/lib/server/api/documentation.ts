import { PROBLEMS, type ProblemCode } from '#domain/problem.ts';
import { LICENCE } from '#domain/licence.ts';
import { citeApa, citeGbt } from '#lib/i18n/citation.ts';
import { localePath } from '#lib/i18n/address.ts';
import { openDataText } from '#lib/i18n/open-data.ts';
import { parameterText } from '#lib/i18n/parameter.ts';
import { problemText } from '#lib/i18n/problem.ts';
import { readEnvironment } from '../env.ts';
import { publisherName } from '../export/words.ts';
import { PNG_WIDTHS } from '../export/png.ts';
import type { Reading } from '../reading.ts';
import { OPERATIONS } from './operations.ts';

/** What the page of the open data says of the interface, made from the list that the interface itself is made from. */
export async function documentation({ locale, at, today }: Reading, origin: string) {
	const publisher = await publisherName({ locale });
	const cited = { publisher, title: openDataText[locale].link, at, read: today, url: origin + localePath('/open-data', locale) };
	return {
		publisher,
		base: '/api/v1',
		resources: OPERATIONS.map(({ path, about, parameters, example }) => ({ path, about: locale === 'en' ? about.en : about.zh, parameters, example })),
		parameters: [...new Set(OPERATIONS.flatMap(({ parameters }) => parameters))].map((name) => ({ name, about: parameterText[locale].about[name] })),
		problems: (Object.keys(PROBLEMS) as ProblemCode[]).map((code) => ({ code, status: PROBLEMS[code], title: problemText[locale].titles[code] })),
		rate: readEnvironment(process.env).API_RATE,
		widths: PNG_WIDTHS,
		licence: { ...LICENCE, text: openDataText[locale].licenceText },
		cite: { gbt7714: citeGbt(cited), apa: citeApa(cited) }
	};
}
