import { error } from '@sveltejs/kit';
import { historyOf } from '#db/queries/history.ts';
import { listTargets } from '#db/queries/target.ts';
import type { AreaChance } from '#domain/forecast.ts';
import { dayOfInstant } from '#domain/instant.ts';
import { inLocale, type Locale } from '#domain/locale.ts';
import { checkParts } from '#domain/target-parts.ts';
import { chanceBy } from '#domain/target-prospect.ts';
import type { Target } from '#domain/target.ts';
import { city } from '#geo/regions/city.ts';
import { reasonWords } from '#lib/i18n/reason.ts';
import { NARROW, WIDE } from '#lib/picture/chart/plot.ts';
import { burnUpOf, burnUpOption } from '#lib/picture/target/burnup.ts';
import type { CityGap } from '#lib/picture/target/gap-scene.ts';
import { partsWords } from '#lib/picture/target/parts.ts';
import { rowOf, type TargetRow } from '#lib/picture/target/row.ts';
import { isInScope, isOfCity, measure, scopedOf, scopeOfTarget, type Measured, type TargetRecord } from '#lib/picture/target/scope.ts';
import { actorNames } from './actor.ts';
import { database } from './atlas.ts';
import { drawChart } from './chart.ts';
import type { Reading } from './reading.ts';
import { remember } from './remember.ts';
import { pipelineAt, targetRecord } from './target-record.ts';

type Board = { readonly record: TargetRecord; readonly targets: readonly Target[]; readonly measured: ReadonlyMap<string, Measured> };

/** Every target with its measure at the day of the reading; those whose scope no longer exists have none. */
function measuredTargets(reading: Reading): Promise<Board> {
	const { at, today, known } = reading;
	return remember(`targets ${known} ${today} ${at}`, async () => {
		const record = await targetRecord(reading);
		const targets = await listTargets(database(), { known });
		const measured = targets.flatMap((target) => measure(target, record, { at, today }) ?? []);
		return { record, targets, measured: new Map(measured.map((each) => [each.target.id, each])) };
	});
}

/** The targets a reader of the list sees: by due day, the parts of each whole with their check, and the gaps of cities. */
export async function targetBoard(reading: Reading) {
	const { targets, rows, measured } = await rowsOf(reading);
	return { rows, parts: partsOf(measured, reading), gaps: cityGaps(targets, measured, reading) };
}

/** How the targets stand, for the first page of signed-in work: those that want attention. */
export async function targetsToWatch(reading: Reading): Promise<TargetRow[]> {
	const { rows } = await rowsOf(reading);
	return rows.filter(({ evaluation, due }) => due >= reading.at && (evaluation?.state === 'behind' || evaluation?.state === 'at_risk'));
}

async function rowsOf(reading: Reading) {
	const board = await measuredTargets(reading);
	const { record, targets, measured } = board;
	return { ...board, rows: targets.map((target) => rowOf(target, measured.get(target.id) ?? null, record.groups, reading.locale)) };
}

function partsOf(measured: Board['measured'], { locale }: Reading) {
	return checkParts([...measured.values()].map(scopedOf)).map((check) => ({ id: check.whole.id, name: check.whole.name, ...partsWords(check, locale) }));
}

/** What each city with a target of its own misses; where it has several, by the one that is due next. */
function cityGaps(targets: readonly Target[], measured: Board['measured'], { at }: Reading): CityGap[] {
	const gaps = new Map<string, CityGap>();
	for (const target of targets) {
		const [code, found] = [target.scope.city, measured.get(target.id)];
		if (!found || code === null || !isOfCity(target) || target.metric !== 'members' || target.due < at || gaps.has(code)) continue;
		gaps.set(code, { code, id: target.id, actual: found.evaluation.actual, needed: found.evaluation.needed });
	}
	return [...gaps.values()];
}

/** Prospects listed on a target's page. */
const PROSPECTS = 12;

/** One target with its chart, its parts, the prospects that count and its history. 404 for one that never was. */
export async function targetPage(reading: Reading, id: string) {
	const { rows, measured, record, targets } = await rowsOf(reading);
	const history = await historyOf(database(), 'target', id);
	const [newest] = history;
	if (!newest) error(404, { message: `there is no target ${id}` });
	const target = targets.find((each) => each.id === id) ?? null;
	const found = measured.get(id) ?? null;
	const children = new Set(targets.filter(({ partOf }) => partOf === id).map((child) => child.id));
	const withParts = [...descendants(targets, id)];
	return {
		id,
		name: newest.record.name,
		version: newest.version,
		isRetired: newest.change === 'retire',
		remark: newest.record.remark,
		internalNote: newest.record.internalNote,
		startValue: newest.record.startValue,
		row: rows.find((row) => row.id === id) ?? (target ? null : rowOf(newest.record, null, record.groups, reading.locale)),
		whole: rows.find((row) => row.id === newest.record.partOf) ?? null,
		parts: { rows: rows.filter((row) => children.has(row.id)), check: partsOf(measured, reading).find((check) => check.id === id) ?? null },
		gaps: cityGaps(targets.filter((each) => withParts.includes(each.id)), measured, reading),
		chart: found && chartOf(found, reading),
		areas: found ? citiesOnly(found.evaluation.areas) : [],
		prospects: found && found.target.metric !== 'projects' ? await prospectsOf(found, reading) : null,
		history: await historyWords(history, reading.locale),
		names: Object.fromEntries([...record.groups, ...targets].map((each) => [each.id, inLocale(each.name, reading.locale)]))
	};
}

function descendants(targets: readonly Target[], id: string, seen = new Set<string>()): Set<string> {
	if (seen.has(id)) return seen;
	seen.add(id);
	for (const { id: child } of targets.filter(({ partOf }) => partOf === id)) descendants(targets, child, seen);
	return seen;
}

/** Areas of a coverage for a map of cities; none where districts are among them. */
function citiesOnly(areas: readonly AreaChance[]): readonly AreaChance[] {
	return areas.every(({ code }) => city(code)) ? areas : [];
}

function chartOf(found: Measured, { at, today, locale }: Reading) {
	const input = burnUpOf(found.subject, found.evaluation, { at, today }, locale);
	return { input, drawing: { wide: drawChart(burnUpOption(input, WIDE), WIDE), narrow: drawChart(burnUpOption(input, NARROW), NARROW) } };
}

async function prospectsOf({ target, scope }: Measured, reading: Reading) {
	const inScope = (await pipelineAt(reading)).filter((prospect) => isInScope(prospect, scope, target.scope.kind));
	const counted = inScope
		.map(({ id, name, stage, expected, chance, city: place }) => ({ id, name, stage, expected, city: place, chance: chanceBy({ place, chance, expected }, reading.at, target.due) }))
		.filter(({ chance }) => chance > 0)
		.sort((a, b) => b.chance - a.chance);
	return { items: counted.slice(0, PROSPECTS), more: Math.max(0, counted.length - PROSPECTS), later: inScope.length - counted.length };
}

async function historyWords(history: Awaited<ReturnType<typeof historyOf<'target'>>>, locale: Locale) {
	const names = await actorNames(history.map(({ actor }) => actor), locale);
	return history.map(({ version, change, recordedAt, actor, reason, record }, i) => ({
		version,
		change,
		on: dayOfInstant(recordedAt),
		who: names.get(actor) ?? actor,
		reason: reasonWords(reason, locale),
		record,
		before: history[i + 1]?.record ?? null
	}));
}

/** The scope, name and groups a form offers, and every target that can be a whole. */
export async function targetChoices(reading: Reading, id: string | null) {
	const { record, targets } = await measuredTargets({ ...reading, at: reading.today, known: null });
	const own = id === null ? new Set<string>() : descendants(targets, id);
	return {
		groups: record.groups.map((group) => ({ value: group.id, text: inLocale(group.name, reading.locale) })),
		wholes: targets.filter((target) => !own.has(target.id)).map((target) => ({ value: target.id, text: inLocale(target.name, reading.locale) }))
	};
}

/** Is there anything in this scope, as recorded now? */
export async function isScope(target: Pick<Target, 'scope'>, reading: Reading): Promise<boolean> {
	return scopeOfTarget(target, (await targetRecord({ ...reading, at: reading.today, known: null })).groups) !== null;
}
