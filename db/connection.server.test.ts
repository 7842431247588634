import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { BadDatabaseUrl, DEFAULT_DATABASE_URL, DEMO_DATABASE_URL, locateDatabase } from './connection.server.ts';

test.each([
	['sqlite:.data/atlas.db', resolve('.data/atlas.db')],
	['sqlite:/var/lib/atlas.db', '/var/lib/atlas.db'],
	['file:atlas.db', resolve('atlas.db')],
	[pathToFileURL('/tmp/a b.db').href, '/tmp/a b.db'],
	['some/where.db', resolve('some/where.db')],
	['  ./x.sqlite ', resolve('x.sqlite')],
	['sqlite::memory:', ':memory:']
])('%s is a SQLite file', (url, path) => {
	expect(locateDatabase(url)).toEqual({ dialect: 'sqlite', path });
});

test.each(['postgres://atlas@localhost/atlas', 'postgresql://u:p%40ss@[::1]:5433/atlas?sslmode=require'])('%s is a PostgreSQL', (url) => {
	expect(locateDatabase(url)).toEqual({ dialect: 'postgres', url });
});

test.each([
	['', /names no file/],
	['sqlite:', /names no file/],
	['data/', /names no file/],
	['mysql://localhost/atlas', /"mysql:", which is not supported/],
	['https://example.org/x.db', /"https:", which is not supported/],
	['postgres://local host/atlas', /not a valid PostgreSQL address/],
	['file://host/x.db', /not a valid file address/]
])('%j is refused with the forms that work', (url, reason) => {
	const refused = () => locateDatabase(url);
	expect(refused).toThrow(BadDatabaseUrl);
	expect(refused).toThrow(reason);
	expect(refused).toThrow(/Give sqlite:PATH/);
});

test('the message about a bad address does not give its password away', () => {
	expect(() => locateDatabase('postgres://u:secret@local host/atlas')).toThrow(/^(?!.*secret)/);
});

test('the record and the demonstration lie in databases of their own', () => {
	expect(locateDatabase(DEFAULT_DATABASE_URL)).not.toEqual(locateDatabase(DEMO_DATABASE_URL));
});
