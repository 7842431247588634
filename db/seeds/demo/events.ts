import type { Day } from '#domain/day.ts';
import type { EventInput, EventKind } from '#domain/event.ts';
import type { SourceInput } from '#domain/source.ts';
import { city } from '#geo/regions/city.ts';
import { dayBetween, FOUNDED, TODAY } from './clock.ts';
import { FIELDS } from './names.ts';
import type { Random } from './random.ts';
import { CITIES, WAVES } from './waves.ts';

/** Events beside the rounds of admissions. */
const OTHERS = 78;
/** The share of events of which the day, the month, or only "not after" is known; of the rest nothing is. */
const BY_DAY = 0.8;
const BY_MONTH = 0.12;
const NOT_AFTER = 0.05;
/** The share of those other events that a publication reports. */
const REPORTED = 0.6;

const KINDS: readonly (readonly [EventKind, string, string])[] = [
	['visit', '考察交流', 'visit'],
	['forum', '论坛', 'forum'],
	['meeting', '工作会议', 'working meeting']
];

/** An event with the day it took place, which the event itself may not tell. */
export type Held = { readonly event: EventInput; readonly on: Day };

/** The rounds of admissions, in their order; `sourceIds` has one report for each. */
export function waveEvents(sourceIds: readonly string[]): Held[] {
	return WAVES.map(({ on }, i) => ({
		on,
		event: {
			id: `shili-pici-${i + 1}`,
			kind: i === 0 ? 'founding' : 'ceremony',
			title:
				i === 0
					? { zh: '示例联盟成立大会', en: 'Founding of the Example Alliance' }
					: { zh: `示例联盟第${i + 1}批成员单位加盟仪式`, en: `Example Alliance: batch ${i + 1} joins` },
			short: i === 0 ? { zh: '示例成立', en: 'Example founded' } : { zh: `示例第${i + 1}批`, en: `Example batch ${i + 1}` },
			held: on,
			city: i % 3 === 0 ? '320200' : (CITIES[i]?.code ?? '320200'),
			venue: { zh: '示例会议中心', en: 'Example Conference Centre' },
			citations: [{ sourceId: sourceIds[i] as string }]
		}
	}));
}

/** Visits, forums and meetings over the years, in no order. */
export function otherEvents(random: Random): Held[] {
	return Array.from({ length: OTHERS }, (_, i) => {
		const on = dayBetween(random, FOUNDED, TODAY);
		const code = random.weighted(CITIES.map((c) => [c.code, c.weight] as const));
		const [kind, zh, en] = random.pick(KINDS);
		const [field, fieldEn] = random.pick(FIELDS);
		const place = city(code);
		return {
			on,
			event: {
				id: `shili-huodong-${String(i + 1).padStart(3, '0')}`,
				kind,
				title: { zh: `${place?.zhShort}${field}示例${zh}`, en: `Example ${fieldEn} ${en}, ${place?.en}` },
				held: told(random, on),
				city: random.chance(0.95) ? code : null
			}
		};
	});
}

function told(random: Random, on: Day): string {
	const chance = random.next();
	if (chance < BY_DAY) return on;
	if (chance < BY_DAY + BY_MONTH) return on.slice(0, 7);
	return chance < BY_DAY + BY_MONTH + NOT_AFTER ? `<=${on}` : '';
}

/** A report of the event, published on its day. */
export function reportOf({ event, on }: Held, id: string): SourceInput {
	return {
		id,
		title: { zh: `${event.title.zh}（示例报道）`, en: `${event.title.en} (example report)` },
		publisher: { zh: '示例日报', en: 'Example Daily' },
		published: on,
		url: `https://news.example.org/${id}`
	};
}

/** Which of the other events a publication reports. */
export function isReported(random: Random): boolean {
	return random.chance(REPORTED);
}
