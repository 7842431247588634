import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Answer } from './answer.ts';
import { crawl, internalLinks, kindOf } from './crawl.ts';
import { all } from './document.ts';
import { pageFaults, securityFaults } from './faults.ts';
import { Findings } from './findings.ts';

const origin = inject('origin');

describe('every page that can be reached', () => {
	const dead = new Findings();
	const faults = new Findings();
	const unsafe = new Findings();
	const lost = new Findings();
	const fragments: { from: string; path: string; fragment: string }[] = [];
	const ids = new Map<string, ReadonlySet<string>>();
	const reached = new Map<string, number>();
	let pages = 0;

	const visit = (path: string, answer: Answer): void => {
		const { status, headers } = answer;
		if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) return dead.add(path, `answers ${status}`);
		pages++;
		reached.set(kindOf(path), (reached.get(kindOf(path)) ?? 0) + 1);
		for (const fault of pageFaults(origin, path, answer)) faults.add(path, fault);
		for (const fault of securityFaults(answer, answer.page)) unsafe.add(path, fault);
		for (const link of internalLinks(origin, path, answer)) if (link.fragment) fragments.push({ from: path, ...link });
		ids.set(path, new Set(all(answer.page, '*', ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes.id as string)));
	};

	beforeAll(async () => {
		await crawl(origin, ['/', '/en'], visit);
	}, 300_000);

	test('there is no dead link, and no link to an address that has moved', () => {
		expect(dead.list()).toEqual([]);
	});

	test('each has one h1, a title, its language, its own address and that in the other language', () => {
		expect(faults.list()).toEqual([]);
	});

	test('a link to a place on a page finds it there', () => {
		for (const { from, path, fragment } of fragments)
			if (ids.has(path) && !ids.get(path)?.has(decodeURIComponent(fragment))) lost.add(from, `#${fragment} is not on ${kindOf(path)}`);
		expect(lost.list()).toEqual([]);
		expect(fragments.length).toBeGreaterThan(100);
	});

	test('each forbids foreign scripts and frames, and names the hash of each of its own', () => {
		expect(unsafe.list()).toEqual([]);
		expect(pages).toBeGreaterThan(700);
	});

	test('all 41 cities, 3 provinces, 305 districts, 9 groups and every record are reached, in both languages', () => {
		const atLeast = {
			'/cities/…': 82,
			'/provinces/…': 6,
			'/districts/…': 610,
			'/groups/…': 18,
			'/members/…': 40,
			'/projects/…': 18,
			'/events/…': 6,
			'/partners/…': 6,
			'/sources/…': 60,
			'/figures/…': 10
		};
		for (const [kind, number] of Object.entries(atLeast)) expect(reached.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(number);
		for (const list of ['/members', '/projects', '/events', '/sources', '/partners', '/search']) expect(reached.has(list), list).toBe(true);
	});
});
