import { sourceCount } from '#db/queries/count.ts';
import { readSetting } from '#db/queries/setting.ts';
import { inLocale, type Bilingual } from '#domain/locale.ts';
import { database, isDemo, isPrivate } from './atlas.ts';
import { mapApproval } from './map-approval.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';

/** The alliance as it is set up here; null until somebody has. */
export function organisation() {
	return remember('organisation', () => readSetting(database(), 'organisation'));
}

/** What stands around every page: whose record it is, when it is read, in which language. */
export async function frame(reading: Reading) {
	const { locale, view, today, at, known } = reading;
	const own = await organisation();
	const name: Bilingual = own?.name ?? { zh: '太湖图谱', en: 'Taihu Atlas' };
	return {
		locale,
		view,
		today,
		at,
		demo: isDemo(),
		name: { text: inLocale(name, locale), lang: locale === 'en' && name.en !== null ? ('en' as const) : ('zh-CN' as const) },
		mapApproval: await mapApproval(),
		// Whoever holds one share of a private installation is told nothing of the rest.
		sourceCount: isPrivate() ? null : await remember(`sources ${known}`, () => sourceCount(database(), { known }))
	};
}
