import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeed } from '#db/seeds/load.ts';
import { alliance } from '#db/seeds/alliance.ts';
import { demo } from '#db/seeds/demo.ts';
import { RECORD_TYPES } from '#domain/record.ts';
import { onEachDatabase } from './databases.ts';
import { READERS, readAll, type Subject } from './readers.ts';
import { minute } from './samples.ts';

const FAR_FUTURE = '9999-12-31T00:00:00.000Z';

/** Exported by db/queries and not readers: building blocks of the readers, and the writers, which tests of their own call. */
const NOT_READERS: Readonly<Record<string, readonly string[]>> = {
	'alike.ts': ['alikeRecords'],
	'change.ts': ['listChanges', 'listActors', 'formerRecords'],
	'conflict.ts': ['RefusedWrite', 'VersionConflict', 'DuplicateId', 'MissingRecord', 'WrongState', 'MissingReference', 'OverlappingMembership'],
	'data-version.ts': ['dataVersion', 'lockWrites', 'nextDataVersion'],
	'embed-use.ts': ['recordUse', 'trimUses', 'listUses'],
	'frozen-embed.ts': ['freeze', 'frozenBytes', 'listFrozen'],
	'free-id.ts': ['freeId', 'idFrom'],
	'history.ts': ['historyOf', 'changesOf', 'someChangesOf', 'changeById', 'toRevision'],
	'last-change.ts': ['lastChange'],
	'import-job.ts': ['createImport', 'importById', 'listImports', 'importFile', 'moveImport', 'beatImports', 'interruptImports', 'sweepImports'],
	'import-layout.ts': ['rememberedLayout', 'rememberLayout'],
	'import-row.ts': ['storeRows', 'listRows', 'allRows'],
	'import-subject.ts': ['knownOrganisations', 'standingById', 'standingMemberships', 'membershipOwners'],
	'installation-secret.ts': ['installationSecret'],
	'invitation.ts': [
		...['DeadInvitation', 'createInvitation', 'offerSetup', 'invitationByToken', 'openInvitations', 'revokeInvitation'],
		...['acceptInvitation', 'acceptPassword']
	],
	'known.ts': ['asKnown'],
	'matching.ts': ['matches', 'oneOf', 'startRank'],
	'member.ts': ['belongs', 'withMembership'],
	'page.ts': ['comesAfter', 'cut', 'readCursor', 'writeCursor'],
	'playlist.ts': ['PlaylistConflict', 'listPlaylists', 'playlistById', 'createPlaylist', 'changePlaylist', 'retirePlaylist', 'restorePlaylist'],
	'person.ts': [
		...['EmailTaken', 'LastAdmin', 'createPerson', 'listPeople', 'personById', 'personNames', 'hasAdmin', 'changeRole'],
		...['renamePerson', 'deactivatePerson', 'reactivatePerson', 'setPassword', 'removeSecondFactor']
	],
	'project.ts': ['selectProjects'],
	'read.ts': ['assemble', 'inChunks'],
	'record-list.ts': ['listRecords'],
	'record-name.ts': ['nameColumn', 'recordNames'],
	'record.ts': ['saveRecord', 'retireRecord', 'restoreRecord', 'insertChildren'],
	'record-bulk.ts': ['saveRecords'],
	'reference.ts': ['checkOverlap', 'checkReferences'],
	'session.ts': ['listSessions', 'endSession', 'endOtherSessions', 'sweepSessions'],
	'setting.ts': ['readSetting', 'writeSetting'],
	'share.ts': ['createShare', 'listShares', 'revokeShare', 'shareByToken'],
	'tally.ts': ['tallied', 'talliedMembers', 'recountMovements'],
	'undo.ts': ['UndoBlocked', 'undoChanges'],
	'use.ts': ['usesOf']
};

test('every exported query is read on both databases', async () => {
	const folder = join(import.meta.dirname, '../../db/queries');
	const exported: string[] = [];
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
		const module = (await import(/* @vite-ignore */ join(folder, file))) as Record<string, unknown>;
		const names = Object.keys(module).filter((name) => typeof module[name] === 'function');
		const others = NOT_READERS[file] ?? [];
		expect(names, `${file} exports what is listed here`).toEqual(expect.arrayContaining([...others]));
		exported.push(...names.filter((name) => !others.includes(name)));
	}
	expect(Object.keys(READERS).sort()).toEqual(exported.sort());
});

const RECORD: Subject = {
	at: '2026-11-22',
	city: '320200',
	q: 'wuxi',
	member: ['hongdou-jituan', 'chuzhou-langyaqu', 'shanghai-shekeyuan-jingji-yanjiusuo'],
	event: ['chengli-2020', 'lianyungang-kaocha'],
	project: ['yanjiu-keti-2021', 'xieyi-xianggang-zhonghua-gongshang-zonghui'],
	partner: ['xianggang-zhonghua-gongshang-zonghui'],
	source: ['wuxi-ribao-2023-09-27', 'hongdou-baike'],
	group: 'taihu_science_circle'
};

const DEMONSTRATION: Subject = {
	at: '2025-03-01',
	city: '320500',
	q: '水环境',
	member: ['shili-0001', 'shili-0300', 'shili-0555'],
	event: ['shili-pici-7', 'shili-huodong-020'],
	project: ['shili-xiangmu-003', 'shili-xiangmu-090'],
	partner: ['shili-huoban-07'],
	source: ['shili-baodao-pici-7', 'shili-baodao-010'],
	group: 'yrd_core_27'
};

describe.each([
	['the record', RECORD, () => alliance],
	['the demonstration', DEMONSTRATION, demo]
] as const)('%s', (_, subject, seed) => {
	const answers: Record<string, unknown> = {};

	onEachDatabase(({ dialect, shared }) => {
		const filled = shared((db) => loadSeed(db, seed(), minute(0)));

		test('every reader says the same of the tables and of the whole history', async () => {
			const db = await filled();
			answers[dialect] = await readAll(db, subject);
			expect(await readAll(db, subject, { known: FAR_FUTURE })).toEqual(answers[dialect]);
		});

		test('nothing was known before the first record', async () => {
			const before = await readAll(await filled(), subject, { known: '2000-01-01T00:00:00.000Z' });
			expect(before['movements']).toEqual([]);
			expect(Object.values(before['recordCounts'] as object)).toEqual(Array(RECORD_TYPES.length).fill(0));
			expect(before['memberById']).toBeNull();
		});
	});

	test('both databases say the same, in the same order', () => {
		const empty = Object.entries(answers['sqlite'] as object).filter(([, answer]) => !/\w/.test(JSON.stringify(answer ?? '')));
		expect(empty.map(([name]) => name)).toEqual([]);
		expect(answers['postgres']).toEqual(answers['sqlite']);
	});
});
