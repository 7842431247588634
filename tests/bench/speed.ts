import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '#tests/server/start.ts';
import type { Figure, Measurement } from './figure.ts';
import { paired } from './median.ts';
import { fillWithMembers } from './members.ts';
import { withStopwatch, type Stopwatch } from './served.ts';
import { TODAY } from './subject.ts';

const FEW = 1_000;
const MANY = 20_000;
const LARGE = 1_000_000;
const PATHS = ['/', '/cities/320200'];
const CACHED_PAIRS = 25;
const FRESH_PAIRS = 9;

/** A server on so many members. */
type Subject = Stopwatch & { readonly members: number };

/** How long the server takes for a page, whether the members are many or few. */
export const speed: Measurement = {
	name: 'speed',
	about: `time to answer, one question at a time; medians of ${CACHED_PAIRS} pairs cached, ${FRESH_PAIRS} after a write`,
	measure: ({ large }) =>
		withSubject(FEW, async (few) => {
			const figures: Figure[] = [];
			for (const members of large ? [MANY, LARGE] : [MANY])
				figures.push(...(await withSubject(members, (many) => compare(many, few))));
			return figures;
		})
};

async function compare(many: Subject, few: Subject): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const path of PATHS)
		for (const how of ['cached', 'fresh'] as const) {
			const { measured, reference, ratio } = await paired(
				how === 'cached' ? CACHED_PAIRS : FRESH_PAIRS,
				() => many[how](path),
				() => few[how](path)
			);
			figures.push({
				what: `${path} ${how === 'cached' ? 'cached' : 'after a write'}, ${words(many.members)} members`,
				unit: 'ms',
				measured,
				reference: { what: words(few.members), value: reference },
				ratio,
				budget: { of: 'ratio', most: 1.2 }
			});
		}
	return figures;
}

function words(members: number): string {
	return members.toLocaleString('en');
}

async function withSubject<T>(members: number, use: (subject: Subject) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
	const url = `sqlite:${join(folder, 'atlas.db')}`;
	try {
		await fillWithMembers(url, members);
		const server = await startServer({ env: { TODAY, DATABASE_URL: url } });
		try {
			return await withStopwatch(server, (stopwatch) => use({ members, ...stopwatch }));
		} finally {
			await server.stop();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
