import type { Locale } from '#domain/locale.ts';

const plain: Record<Locale, Intl.NumberFormat> = {
	'zh-CN': new Intl.NumberFormat('zh-CN', { useGrouping: 'min2' }),
	en: new Intl.NumberFormat('en')
};

/** A count with the language's grouping: 1,234. */
export function formatNumber(n: number, locale: Locale): string {
	return plain[locale].format(n);
}

/** A share of 0–1 as a percentage with at most one decimal. */
export function formatShare(share: number, locale: Locale): string {
	return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** Yuan: 1.2亿元, 350万元 / CNY 120 million. */
export function formatYuan(yuan: number, locale: Locale): string {
	if (locale === 'en') return `CNY ${new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }).format(yuan)}`;
	const [value, unit] = yuan >= 1e8 ? [yuan / 1e8, '亿元'] : yuan >= 1e4 ? [yuan / 1e4, '万元'] : [yuan, '元'];
	return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(value)}${unit}`;
}
