import { expect, test } from 'vitest';
import { demo } from '../seeds/demo.ts';
import { alliance } from '../seeds/alliance.ts';
import { parseSeed } from '../seeds/seed.ts';
import { columnsOf, flag, json, partialDay, point, readField, writeField } from './field.ts';
import { recordColumns, toRecord, toRow, toSnapshot } from './row.ts';

test('a record comes back from its row as it was', () => {
	for (const { type, record } of [alliance, demo()].flatMap(parseSeed)) {
		const lists = record as unknown as Record<string, string[]>;
		expect(toRecord(type, toRow(type, record as never), { lists, citations: record.citations })).toEqual(record);
	}
});

test('a snapshot is the record as JSON, whatever the order of its properties', () => {
	for (const { type, record } of parseSeed(alliance)) {
		const turned = Object.fromEntries(Object.entries(record).reverse()) as never;
		expect(JSON.parse(toSnapshot(type, record as never))).toEqual(record);
		expect(toSnapshot(type, turned)).toBe(toSnapshot(type, record as never));
	}
});

test('the columns of a row are those of its type', () => {
	for (const { type, record } of parseSeed(alliance))
		expect(Object.keys(toRow(type, record as never))).toEqual(['id', ...recordColumns(type).map(({ name }) => name)]);
});

test('properties are written to columns, and null parts to null', () => {
	expect(columnsOf('memberIds', json)).toEqual([{ name: 'member_ids', path: ['memberIds'], kind: 'json' }]);
	expect(writeField('left', partialDay, null)).toEqual({ left_on: null, left_precision: null });
	expect(readField('left', partialDay, { left_on: null, left_precision: null })).toBeNull();
	expect(readField('held', partialDay, { held_on: null, held_precision: 'unknown' })).toEqual({ on: null, precision: 'unknown' });
	expect(readField('point', point, writeField('point', point, { lon: 0, lat: 0 }))).toEqual({ lon: 0, lat: 0 });
	expect(writeField('isPublic', flag, false)).toEqual({ is_public: 0 });
	expect(readField('isPublic', flag, { is_public: 0 })).toBe(false);
});
