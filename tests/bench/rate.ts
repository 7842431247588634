import { startServer } from '#tests/server/start.ts';
import { startBare } from './bare.ts';
import { openConnection, type Connection } from './client.ts';
import type { Measurement } from './figure.ts';
import { paired } from './median.ts';
import { TODAY } from './subject.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const ROUND_MS = 1_500;

/** Answers a second to the same question, of the program and of a bare server that sends the same compressed bytes. */
export const rate: Measurement = {
	name: 'rate',
	about: `answers a second over ${CONNECTIONS} kept connections, nothing changing; medians of ${ROUNDS} rounds of ${ROUND_MS / 1000} s`,
	async measure() {
		const server = await startServer({ env: { TODAY, API_RATE: '0' } });
		try {
			const figures = [];
			for (const path of ['/', '/cities/320200', '/api/v1/members', '/api/v1/coverage', '/dashboard.csv', '/dashboard.svg', '/embed/map']) {
				const bare = await startBare(await wire(server.origin, path));
				try {
					const { measured, reference, ratio } = await paired(
						ROUNDS,
						() => answersPerSecond(server.origin, path),
						() => answersPerSecond(bare.origin, path)
					);
					figures.push({
						what: `${path} answers, cached`,
						unit: 'answers/s' as const,
						measured,
						reference: { what: 'bare node:http', value: reference },
						ratio,
						budget: { of: 'ratio' as const, least: 0.5 }
					});
				} finally {
					await bare.stop();
				}
			}
			return figures;
		} finally {
			await server.stop();
		}
	}
};

/** The page as it goes over the wire. Throws when it is not there or not compressed. */
async function wire(origin: string, path: string) {
	const connection = await openConnection(origin);
	try {
		const { status, headers, body } = await connection.get(path);
		const encoding = headers.get('content-encoding');
		if (status !== 200 || encoding === undefined) throw new Error(`${path} answered ${status}, encoding ${encoding}`);
		return { body, encoding, type: headers.get('content-type') ?? 'text/html' };
	} finally {
		connection.close();
	}
}

async function answersPerSecond(origin: string, path: string): Promise<number> {
	const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(origin)));
	try {
		const start = performance.now();
		const counts = await Promise.all(connections.map((connection) => askUntil(connection, path, start + ROUND_MS)));
		return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - start) / 1000);
	} finally {
		for (const connection of connections) connection.close();
	}
}

async function askUntil(connection: Connection, path: string, end: number): Promise<number> {
	let answers = 0;
	while (performance.now() < end) {
		const { status } = await connection.get(path);
		if (status !== 200) throw new Error(`${path} answered ${status}`);
		answers++;
	}
	return answers;
}
