import { expect, test } from 'vitest';
import { plainEmbed, readEmbed } from '#domain/embed.ts';
import { snippets } from './snippet.ts';

const origin = 'https://atlas.example.org';
const map = plainEmbed({ name: 'map', city: null }, 'zh-CN');

test('the element says only what is unusual, and holds the picture with its link', () => {
	const { element } = snippets({ embed: map, origin, words: '成员分布' });
	expect(element).toContain('<script async src="https://atlas.example.org/embed.js"></script>');
	expect(element).toContain('<alliance-embed view="map"><a href="https://atlas.example.org/" target="_blank" rel="noopener"><img src="https://atlas.example.org/embed/map.svg" alt="成员分布"');
});

test('every option reaches the element, the frame and the picture', () => {
	const embed = readEmbed({ name: 'city', city: '320200' }, new URLSearchParams('lang=en&theme=dark&at=2023-12-31&kind=park&accent=a02&hide=title,legend&still=1'), 'zh-CN');
	const { element, frame } = snippets({ embed, origin, words: 'Wuxi' });
	expect(element).toContain('<alliance-embed view="city" city="320200" lang="en" at="2023-12-31" theme="dark" kind="park" accent="aa0022" hide="title,legend" still>');
	expect(frame).toContain('src="https://atlas.example.org/en/embed/city/320200?at=2023-12-31&#38;theme=dark&#38;kind=park&#38;accent=aa0022&#38;hide=title,legend&#38;still=1"');
});

test('a frozen one is named by its identifier alone', () => {
	const { element, picture } = snippets({ embed: map, origin, words: 'x', frozen: 'a1b2c3d4e5f6' });
	expect(element).toContain('<alliance-embed frozen="a1b2c3d4e5f6">');
	expect(picture).toContain('https://atlas.example.org/embed/frozen/a1b2c3d4e5f6.svg');
});

test('words that would break out stay words', () => {
	for (const snippet of Object.values(snippets({ embed: map, origin, words: '"><script>alert(1)</script>' }))) expect(snippet).not.toContain('<script>alert');
});
