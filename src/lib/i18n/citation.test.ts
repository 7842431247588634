import { expect, test } from 'vitest';
import { citeApa, citeGbt } from './citation.ts';

const cited = { publisher: '长三角一体化太湖融合创新联盟', title: '成员覆盖', at: '2023-09-26', read: '2026-11-22', url: 'https://atlas.example.org/?at=2023-09-26' };

test('by GB/T 7714: the data set, its day, the day it was read, its address', () => {
	expect(citeGbt(cited)).toBe('长三角一体化太湖融合创新联盟. 成员覆盖[DS/OL]. (2023-09-26)[2026-11-22]. https://atlas.example.org/?at=2023-09-26.');
});

test('by APA, without a second stop behind a name that has one', () => {
	expect(citeApa({ ...cited, publisher: 'Alliance Inc.', title: 'Coverage' })).toBe(
		'Alliance Inc. (2023, September 26). Coverage [Data set]. Retrieved November 22, 2026, from https://atlas.example.org/?at=2023-09-26'
	);
});
