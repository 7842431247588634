import { expect, test } from 'vitest';
import { HOSTILE } from '#tests/records/hostile.ts';
import { datasetData, eventData, memberData, scriptJson } from './linked-data.ts';

const told = { origin: 'https://atlas.example.org', locale: 'en' } as const;

test('what is told of a member is what is known of it', () => {
	const member = { id: 'a', name: { zh: '甲', en: null }, website: null, aliases: [], point: null };
	expect(memberData(member, null, told)).toEqual({
		'@context': 'https://schema.org',
		'@type': 'Organization',
		name: '甲',
		url: 'https://atlas.example.org/en/members/a',
		memberOf: { '@type': 'Organization', '@id': 'https://atlas.example.org/#organization' }
	});
	expect(memberData({ ...member, point: { lon: 120, lat: 31 } }, 'Wuxi', told)).toMatchObject({ address: { addressLocality: 'Wuxi' }, location: { geo: { latitude: 31, longitude: 120 } } });
});

test.each([
	[{ on: '2023-09-26', precision: 'day' }, '2023-09-26'],
	[{ on: '2023-09-30', precision: 'month' }, '2023-09'],
	[{ on: '2023-12-31', precision: 'year' }, '2023'],
	[{ on: '2023-09-26', precision: 'not_after' }, undefined],
	[{ on: null, precision: 'unknown' }, undefined]
] as const)('an event held %j begins %s', (held, startDate) => {
	expect(eventData({ id: 'e', title: { zh: '会', en: null }, held, venue: null, summary: null }, null, told)['startDate']).toBe(startDate);
});

test('a data set names its files, each by its type', () => {
	const data = datasetData({ path: '/', title: 'Coverage', description: 'd', at: '2026-11-22', publisher: 'A', shapes: ['csv', 'png'], archive: '/data.zip' }, told);
	expect(data['distribution']).toEqual([
		{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: 'https://atlas.example.org/en/dashboard.csv' },
		{ '@type': 'DataDownload', encodingFormat: 'image/png', contentUrl: 'https://atlas.example.org/en/dashboard.png' },
		{ '@type': 'DataDownload', encodingFormat: 'application/zip', contentUrl: 'https://atlas.example.org/data.zip' }
	]);
});

test('nothing in the JSON can end the script it stands in, and it still says the same', () => {
	const written = scriptJson({ name: `${HOSTILE}\u2028` });
	expect(written).not.toMatch(/[<>&\u2028]/);
	expect(JSON.parse(written)).toEqual({ name: `${HOSTILE}\u2028` });
});
