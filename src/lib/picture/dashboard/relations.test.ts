import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cityCodes } from '#geo/regions/city.ts';
import { matrixOf, relationsOf, relationWords, strength } from './relations.ts';

const HUB = '320200';
const code = fc.constantFrom(...cityCodes.slice(0, 8));
const pair = fc
	.tuple(code, code, fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }))
	.filter(([a, b]) => a < b)
	.map(([a, b, projectIds]) => ({ a, b, projectIds }));
const pairs = fc.uniqueArray(pair, { selector: ({ a, b }) => `${a} ${b}` });
const visits = fc.array(fc.record({ id: fc.string(), city: code }), { maxLength: 12 });

test('nothing is lost or counted twice, and the hub stands first', () => {
	fc.assert(
		fc.property(pairs, visits, fc.constantFrom(HUB, null), (all, went, hub) => {
			const relations = relationsOf(all, went, hub);
			const counted = relations.reduce((sum, relation) => sum + strength(relation), 0);
			const projects = all.reduce((sum, { projectIds }) => sum + projectIds.length, 0);
			expect(counted).toBe(projects + (hub === null ? 0 : went.filter(({ city }) => city !== hub).length));
			expect(new Set(relations.map(({ from, to }) => [from, to].sort().join())).size).toBe(relations.length);
			for (const { to } of relations) expect(to).not.toBe(hub);
		})
	);
});

test('the matrix is symmetric, has no empty row, and says what the list says', () => {
	fc.assert(
		fc.property(pairs, visits, (all, went) => {
			const relations = relationsOf(all, went, HUB);
			const { cities, cells } = matrixOf(relations);
			cells.forEach((row, i) => {
				expect(row[i]).toBeNull();
				expect(row.some((cell) => cell !== null)).toBe(true);
				row.forEach((cell, j) => expect(cell).toBe(cells[j]?.[i]));
			});
			const total = cells.flat().reduce((sum, cell) => sum + (cell ? strength(cell) : 0), 0);
			expect(total).toBe(2 * relations.reduce((sum, relation) => sum + strength(relation), 0));
			expect(new Set(cities).size).toBe(cities.length);
		})
	);
});

test('says a link in words', () => {
	const [relation] = relationsOf([{ a: HUB, b: '320700', projectIds: ['x', 'y'] }], [{ id: 'v', city: '320700' }], HUB);
	expect(relationWords(relation!, 'zh-CN')).toBe('无锡—连云港：合作项目 2 项、考察 1 次');
	expect(relationWords(relation!, 'en')).toBe('Wuxi–Lianyungang: 2 projects, 1 visit');
});
