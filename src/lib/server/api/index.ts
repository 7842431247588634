import { LICENCE } from '#domain/licence.ts';
import { commonText } from '#lib/i18n/common.ts';
import { OPERATIONS } from './operations.ts';

/** What there is, for whoever opens the interface's own address. `base` is that address. */
export function indexOf(base: string) {
	const site = new URL(base).origin;
	return {
		name: `${commonText['zh-CN'].product} · ${commonText.en.product}`,
		documentation: `${site}/open-data`,
		openapi: `${base}/openapi.json`,
		download: `${site}/data.zip`,
		licence: LICENCE,
		attribution: { zh: commonText['zh-CN'].attribution, en: commonText.en.attribution },
		resources: Object.fromEntries(OPERATIONS.filter(({ path }) => !path.includes('{')).map(({ path }) => [path.slice(1), base + path]))
	};
}
