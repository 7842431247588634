import { expect, test } from 'vitest';
import { cities } from '#geo/regions/city.ts';
import { keyAction } from './keys.ts';
import { memberAreas } from './member-areas.ts';
import { NOTHING_TYPED, typed } from './typeahead.ts';

const { areas } = memberAreas({ regions: cities, kindsOf: () => [], hrefOf: () => null, locale: 'zh-CN' });

/** Types a word letter by letter, `pause` ms apart; the areas it went through. */
function type(word: string, from: string | null = null, pause = 100): (string | null)[] {
	let [before, here] = [NOTHING_TYPED, from];
	return [...word].map((letter, i) => {
		const found = typed(before, letter, 1000 + i * pause, areas, here);
		before = found.typed;
		here = found.code ?? here;
		return found.code;
	});
}

test('a name by its pinyin, by its initials', () => {
	expect(type('wuxi').at(-1)).toBe('320200');
	expect(type('wx').at(-1)).toBe('320200');
	expect(type('lyg').at(-1)).toBe('320700');
	expect(type('HZ').at(-1)).toBe('330100');
});

test('two cities that read alike: the first in code order, and again for the next', () => {
	expect(type('suzhou').at(-1)).toBe('320500');
	expect(type('s', '320500')).toEqual(['321300']);
	expect(type('s', '341700')).toEqual(['310000']);
});

test('the same letter again, slowly: on to the next', () => {
	const [first, second] = type('nn', null, 900);
	expect([first, second]).toEqual(['320100', '320600']);
});

test('a pause begins a new word; letters that fit nothing begin anew with the last', () => {
	expect(type('wh', null, 100).at(-1)).toBe('340200');
	expect(type('wh', null, 800).at(-1)).toBe(type('h', type('w')[0])[0]);
	expect(type('qw').at(-1)).toBe(type('w', type('q')[0])[0]);
	expect(type('v')).toEqual([null]);
});

test('more letters stay where they fit', () => {
	expect(type('hu', '330500')).toEqual([expect.any(String), expect.any(String)]);
	expect(type('huz').at(-1)).toBe('330500');
});

test('keys of the map, and keys that are not', () => {
	const key = (name: string, extra = {}) => keyAction({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...extra });
	expect(key('ArrowUp')).toEqual({ do: 'move', direction: 'up' });
	expect(key('Escape')).toEqual({ do: 'up' });
	expect(key('w')).toEqual({ do: 'type', letter: 'w' });
	expect(key('Enter')).toBeNull();
	expect(key('Tab')).toBeNull();
	expect(key('toString')).toBeNull();
	expect(key('r', { ctrlKey: true })).toBeNull();
});
