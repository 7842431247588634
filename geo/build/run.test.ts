import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../data/manifest.json' with { type: 'json' };
import { areaPicture } from '../regions/area-picture.ts';
import { cityCodes } from '../regions/city.ts';
import { readPath } from '../regions/path.ts';
import { regionPicture } from '../regions/region-picture.ts';
import { buildOutputs } from './outputs.ts';
import { signedDistance } from './pole.ts';
import { readSource } from './source.ts';

const data = join(import.meta.dirname, '../data');
const committed = () =>
	readdirSync(data, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1).replaceAll('\\', '/'))
		.sort();

describe('geo/data', () => {
	let built: Map<string, string>;
	beforeAll(() => {
		built = buildOutputs(readSource());
	}, 120_000);

	it('is what the packages give, byte for byte', () => {
		expect(committed()).toEqual([...built.keys()].sort());
		const changed = [...built].filter(([path, text]) => readFileSync(join(data, path), 'utf8') !== text);
		expect(changed.map(([path]) => path), 'run npm run geo:build').toEqual([]);
	});

	it('fails to build from a source that breaks a check', () => {
		const source = readSource();
		const features = source.counties.features.filter(({ properties }) => properties.gb !== '156320213');
		expect(() => buildOutputs({ ...source, counties: { ...source.counties, features } })).toThrow('320213 梁溪区 is missing');
	});

	it('has a manifest that fits its files', () => {
		expect(manifest.files.map(({ path }) => path)).toEqual(committed().filter((path) => path !== 'manifest.json'));
		for (const { path, bytes, sha256 } of manifest.files) {
			const content = readFileSync(join(data, path));
			expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
		}
		expect(manifest.attribution.zh).toContain(manifest.approvalNumber);
	});

	it('has every label point inside the drawn, simplified shape', async () => {
		for (const picture of [regionPicture, ...(await Promise.all(cityCodes.map(areaPicture)))])
			for (const [code, [x, y]] of Object.entries(picture!.points))
				expect(signedDistance(x * 10, y * 10, readPath(picture!.areas[code]!)), code).toBeGreaterThan(0);
	});
});
