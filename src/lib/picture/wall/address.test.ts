import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_VIEW, readView } from '#domain/view.ts';
import { wallQuery } from './address.ts';

const NONE = { views: null, playlist: null };

test('the wall’s address says what it must and no more', () => {
	expect(wallQuery(DEFAULT_VIEW, NONE, 0)).toBe('');
	expect(wallQuery({ ...DEFAULT_VIEW, at: '2021-06-30', q: 'x', after: 'y' }, { ...NONE, views: 'overview;city:320200~12' }, 2)).toBe('?at=2021-06-30&views=overview;city:320200~12&turn=3');
	expect(wallQuery(DEFAULT_VIEW, { ...NONE, playlist: 'aB3-_' }, 1)).toBe('?playlist=aB3-_&turn=2');
});

test('a playlist of any text reads back from it, beside the view', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, turn) => {
			const views = text.toWellFormed();
			const query = new URLSearchParams(wallQuery({ ...DEFAULT_VIEW, kind: 'park' }, { ...NONE, views }, turn));
			expect(query.get('views')).toBe(views);
			expect(query.get('turn')).toBe(turn === 0 ? null : String(turn + 1));
			expect(readView(query).kind).toBe('park');
		})
	);
});
