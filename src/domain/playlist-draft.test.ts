import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arranged, draftOf, readArrangement, readDraft, type Draft, type DraftRow } from './playlist-draft.ts';
import { MOST_CAPTION, MOST_ITEMS, readPlaylist, writePlaylist } from './playlist.ts';

const row = fc.record({ subject: fc.string(), seconds: fc.string(), caption: fc.string() });
const text = fc.oneof(fc.constantFrom('up', 'down', 'remove', 'add').chain((move) => fc.integer({ min: 0, max: 30 }).map((n) => (move === 'add' ? move : `${move}:${n}`))), fc.string());
const good: DraftRow = { subject: 'city:320200', seconds: '12', caption: '太湖；"之约"' };

describe('arranging rows', () => {
	test('never loses, doubles or changes a row that is not removed', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: MOST_ITEMS }), text, (rows, how) => {
				const arrangement = readArrangement(how);
				if (!arrangement) return;
				const after = arranged(rows, arrangement);
				if (arrangement.move === 'add') expect(after.slice(0, rows.length)).toEqual(rows);
				else if (arrangement.move === 'remove') expect(after).toEqual(rows.filter((_, i) => i !== arrangement.row));
				else expect(after.toSorted(byText)).toEqual(rows.toSorted(byText));
				expect(after.length).toBeLessThanOrEqual(MOST_ITEMS);
			})
		);
	});

	test('moves one place, and stays at the ends', () => {
		const rows = ['map', 'growth', 'events'].map((subject) => ({ ...good, subject }));
		const after = (how: string) => arranged(rows, readArrangement(how)!).map(({ subject }) => subject);
		expect(after('up:2')).toEqual(['map', 'events', 'growth']);
		expect(after('down:0')).toEqual(['growth', 'map', 'events']);
		expect(after('up:0')).toEqual(['map', 'growth', 'events']);
		expect(after('down:2')).toEqual(['map', 'growth', 'events']);
		expect(after('remove:1')).toEqual(['map', 'events']);
		expect(after('add')).toEqual(['map', 'growth', 'events', 'overview']);
		expect(after('remove:9')).toEqual(['map', 'growth', 'events']);
	});
});

function byText(a: DraftRow, b: DraftRow): number {
	return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

describe('a draft', () => {
	test('of a playlist reads back as the playlist', () => {
		const input = { name: '大厅', items: readPlaylist('overview~20;city:320200~12~"太湖；""之约""";compare:2021-01-01..2023-12-31') };
		expect(readDraft(draftOf(input))).toEqual({ input });
	});

	test('of any text either plays as it was read or says what is wrong', () => {
		fc.assert(
			fc.property(fc.record({ name: fc.string({ maxLength: 80 }), rows: fc.array(fc.oneof(row, fc.constant(good)), { maxLength: MOST_ITEMS + 2 }) }), (draft: Draft) => {
				const read = readDraft(draft);
				if ('faults' in read) {
					expect(read.faults.length).toBeGreaterThan(0);
					return;
				}
				expect(readPlaylist(writePlaylist(read.input.items))).toEqual(read.input.items);
				expect(read.input.items).toHaveLength(draft.rows.length);
			})
		);
	});

	test.each([
		[{ name: ' ' }, [{ field: 'name', row: null, reason: 'empty' }]],
		[{ name: '长'.repeat(61) }, [{ field: 'name', row: null, reason: 'too_long' }]],
		[{ rows: [] }, [{ field: 'rows', row: null, reason: 'empty' }]],
		[{ rows: Array<DraftRow>(MOST_ITEMS + 1).fill(good) }, [{ field: 'rows', row: null, reason: 'too_many' }]],
		[{ rows: [good, { ...good, subject: 'city:wuxi', seconds: '2' }] }, [{ field: 'subject', row: 1, reason: 'subject' }, { field: 'seconds', row: 1, reason: 'seconds' }]],
		[{ rows: [{ ...good, seconds: '3601' }] }, [{ field: 'seconds', row: 0, reason: 'seconds' }]],
		[{ rows: [{ ...good, seconds: '1e2' }] }, [{ field: 'seconds', row: 0, reason: 'seconds' }]],
		[{ rows: [{ ...good, caption: '字'.repeat(MOST_CAPTION + 1) }] }, [{ field: 'caption', row: 0, reason: 'too_long' }]]
	] as const)('%o is refused', (over, faults) => {
		expect(readDraft({ name: '大厅', rows: [good], ...over })).toEqual({ faults });
	});
});
