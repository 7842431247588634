import { identifiers } from '#db/queries/identifiers.ts';
import { LOCALES } from '#domain/locale.ts';
import { Problem } from '#domain/problem.ts';
import { cities } from '#geo/regions/city.ts';
import { districts } from '#geo/regions/district.ts';
import { provinces } from '#geo/regions/province.ts';
import { localePath } from '#lib/i18n/address.ts';
import { FIGURES } from '#lib/i18n/figure.ts';
import { escapeXml } from '#lib/picture/still/markup.ts';
import { database, isPrivate } from '../atlas.ts';
import { remember } from '../remember.ts';

/** Pages told of in one file; each stands twice, once in each language. The standard allows 50,000 addresses. */
const PAGES = 10_000;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The addresses of all public pages, without language. */
export function publicPaths(): Promise<string[]> {
	return remember('public paths', async () => {
		const records = [];
		for (const [folder, type] of [['members', 'member'], ['projects', 'project'], ['events', 'event'], ['partners', 'partner'], ['sources', 'source'], ['groups', 'region_group']] as const)
			records.push(...(await identifiers(database(), type)).map((id) => `/${folder}/${id}`));
		return [
			...['/', '/members', '/projects', '/events', '/partners', '/sources', '/links', '/compare', '/wall', '/open-data'],
			...FIGURES.map((id) => `/figures/${id}`),
			...provinces.filter(({ adcode }) => !cities.some((city) => city.adcode === adcode)).map(({ adcode }) => `/provinces/${adcode}`),
			...cities.map(({ adcode }) => `/cities/${adcode}`),
			...districts.map(({ adcode }) => `/districts/${adcode}`),
			...records
		];
	});
}

/** The index of the sitemap's files. */
export async function sitemapIndex(origin: string): Promise<string> {
	const files = Math.ceil((await publicPaths()).length / PAGES);
	const entries = Array.from({ length: files }, (_, i) => `<sitemap><loc>${escapeXml(`${origin}/sitemap/${i + 1}.xml`)}</loc></sitemap>`);
	return `${DECLARATION}<sitemapindex ${NAMESPACE}>\n${entries.join('\n')}\n</sitemapindex>\n`;
}

/** One file of the sitemap, counted from 1: each page in both languages, each naming the other. Throws a `Problem` for no such file. */
export async function sitemapPart(origin: string, part: string): Promise<string> {
	const paths = /^[1-9]\d{0,4}$/.test(part) ? (await publicPaths()).slice((Number(part) - 1) * PAGES, Number(part) * PAGES) : [];
	if (paths.length === 0) throw new Problem('unknown_resource', { detail: `The sitemap has no file ${part.slice(0, 20)}.` });
	const entries = paths.flatMap((path) => {
		const addresses = LOCALES.map((locale) => [locale, escapeXml(origin + localePath(path, locale))] as const);
		const others = addresses.map(([locale, address]) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address}"/>`).join('');
		return addresses.map(([, address]) => `<url><loc>${address}</loc>${others}</url>`);
	});
	return `${DECLARATION}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}

/** What may be looked through: all that is public; nothing of a private installation. */
export function robots(origin: string): string {
	if (isPrivate()) return 'User-agent: *\nDisallow: /\n';
	const closed = ['/staff', '/en/staff', '/login', '/en/login', '/share/', '/en/share/', '/search', '/en/search', '/live'];
	return `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${origin}/sitemap.xml\n`;
}
