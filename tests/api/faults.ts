import { createHash } from 'node:crypto';
import type { Answer } from './answer.ts';
import { internalLinks } from './crawl.ts';
import { all, words, type Element } from './document.ts';

/** Elements that make a browser fetch what they name, and the attribute that names it. */
const FETCHING: Readonly<Record<string, readonly string[]>> = {
	script: ['src'],
	link: ['href'],
	img: ['src', 'srcset'],
	image: ['href', 'xlink:href'],
	use: ['href', 'xlink:href'],
	iframe: ['src'],
	source: ['src', 'srcset'],
	video: ['src', 'poster'],
	audio: ['src'],
	object: ['data'],
	embed: ['src'],
	form: ['action'],
	base: ['href']
};

/** What is wrong with a page as a page, in words; empty when nothing is. */
export function pageFaults(origin: string, path: string, answer: Answer): string[] {
	const { page } = answer;
	const english = /^\/en(?=\/|$|\?)/.test(path);
	const faults: string[] = [];
	const must = (right: boolean, fault: string): void => void (right || faults.push(fault));

	must(all(page, 'h1').length === 1, `${all(page, 'h1').length} h1`);
	const heading = all(page, 'h1').map(words).join();
	must(heading !== '', 'an empty h1');
	const title = all(page, 'title').map(({ children }) => children.join(''));
	must(/\S+ · (太湖图谱|Taihu Atlas)$/.test(title[0] ?? ''), `the title ${JSON.stringify(title)}`);
	must(all(page, 'html')[0]?.attributes.lang === (english ? 'en' : 'zh-CN'), 'the wrong lang');
	must(all(page, 'main').length === 1, 'no single main');
	must(all(page, 'meta', ({ attributes }) => attributes.name === 'viewport').length === 1, 'no viewport');

	const bare = path.replace(/\?.*/, '');
	const address = (rel: string, hreflang?: string): string | undefined =>
		all(page, 'link', ({ attributes }) => attributes.rel === rel && attributes.hreflang === hreflang)[0]?.attributes.href;
	const chinese = english ? bare.slice(3) || '/' : bare;
	const translated = chinese === '/' ? '/en' : `/en${chinese}`;
	must(address('canonical') === origin + bare, `canonical ${address('canonical')}`);
	must(address('alternate', 'zh-CN')?.replace(/\?.*/, '') === origin + chinese, `hreflang zh-CN ${address('alternate', 'zh-CN')}`);
	must(address('alternate', 'en')?.replace(/\?.*/, '') === origin + translated, `hreflang en ${address('alternate', 'en')}`);

	const ids = all(page, '*', ({ attributes }) => attributes.id !== undefined).map(({ attributes }) => attributes.id as string);
	must(new Set(ids).size === ids.length, `ids twice: ${ids.filter((id, i) => ids.indexOf(id) !== i)}`);
	for (const { path: to, fragment } of internalLinks(origin, path, answer))
		if (to === path && fragment) must(ids.includes(decodeURIComponent(fragment)), `#${fragment} leads nowhere`);
	for (const [attribute, element] of references(page)) must(ids.includes(element), `${attribute} names ${element}, which is not there`);

	return [...faults, ...originFaults(origin, path, page)];
}

/** Attributes that name other elements of the page, and what they name. */
function references(page: Element): [attribute: string, id: string][] {
	return ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((attribute) =>
		all(page, '*', ({ attributes }) => attribute in attributes).flatMap(({ attributes }) =>
			(attributes[attribute] ?? '').split(/\s+/).map((id): [string, string] => [attribute, id])
		)
	);
}

/** Whatever a browser would ask of another server, and ways out that tell it where the reader came from. */
export function originFaults(origin: string, path: string, page: Element): string[] {
	const outside = (address: string): boolean => {
		const url = URL.parse(address.trim().split(/\s/)[0] ?? '', origin + path);
		return url === null || (url.origin !== origin && url.protocol !== 'data:');
	};
	const fetched = Object.entries(FETCHING).flatMap(([name, attributes]) =>
		all(page, name, (element) => !['canonical', 'alternate'].includes(element.attributes.rel ?? '')).flatMap((element) =>
			attributes.flatMap((attribute) => {
				const address = element.attributes[attribute];
				return address !== undefined && outside(address) ? [`<${name} ${attribute}> asks ${address}`] : [];
			})
		)
	);
	const styles = [
		...all(page, 'style').flatMap(({ children }) => children.map(String)),
		...all(page, '*', ({ attributes }) => 'style' in attributes).map(({ attributes }) => attributes.style ?? '')
	];
	const urls = styles.flatMap((style) => [...style.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)]);
	const out = all(page, 'a', ({ attributes }) => attributes.href !== undefined && outside(attributes.href));
	return [
		...fetched,
		...urls.flatMap(([, a, b]) => (outside(a ?? b ?? '') ? [`a style asks ${a ?? b}`] : [])),
		...out.flatMap(({ attributes: { href = '', rel = '' } }) => [
			...(/^https?:/.test(href) ? [] : [`a link to ${href}`]),
			...(/\b(noopener|noreferrer)\b/.test(rel) && /\bexternal\b/.test(rel) ? [] : [`the way out to ${href} has rel="${rel}"`])
		])
	];
}

/** What is wrong with the headers and scripts of an answer, in words. `page` where the answer is one. */
export function securityFaults({ headers }: Answer, page?: Element): string[] {
	const faults: string[] = [];
	const must = (right: boolean, fault: string): void => void (right || faults.push(fault));
	must(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
	must(/^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/.test(headers.get('referrer-policy') ?? ''), 'no referrer-policy');
	must(headers.get('x-powered-by') === null && headers.get('server') === null, 'names its software');
	if (!page) return faults;

	const policy = Object.fromEntries(
		(headers.get('content-security-policy') ?? '').split(';').map((part) => {
			const [name = '', ...values] = part.trim().split(/\s+/);
			return [name, values];
		})
	);
	const scripts = policy['script-src'] ?? policy['default-src'] ?? [];
	must(scripts.length > 0, 'no policy on scripts');
	must(!scripts.some((value) => /unsafe-(inline|eval)|^(https?|data|blob|\*)/.test(value)), `script-src ${scripts.join(' ')}`);
	must(policy['frame-ancestors']?.join() === "'none'", `frame-ancestors ${policy['frame-ancestors']}`);
	must(policy['object-src']?.join() === "'none'", `object-src ${policy['object-src']}`);
	must(policy['base-uri'] !== undefined && policy['form-action'] !== undefined, 'no base-uri or form-action');
	must(!Object.values(policy).flat().some((value) => /^https?:|^\*$/.test(value)), 'another server in the policy');
	must(!(policy['style-src'] ?? []).includes("'unsafe-inline'"), 'style-src unsafe-inline');
	for (const name of ['script', 'style'])
		for (const { children } of all(page, name, (element) => element.attributes.src === undefined && element.attributes.type !== 'application/ld+json')) {
			const hash = createHash('sha256').update(children.join('')).digest('base64');
			must((policy[`${name}-src`] ?? []).includes(`'sha256-${hash}'`), `an inline ${name} whose hash the policy does not name`);
		}
	const handlers = all(page, '*', ({ attributes }) => Object.keys(attributes).some((name) => /^on/i.test(name)));
	must(handlers.length === 0, `${handlers.length} elements with on… attributes`);
	must(all(page, '*', ({ attributes }) => /^\s*javascript:/i.test(attributes.href ?? '')).length === 0, 'a javascript: link');
	return faults;
}
