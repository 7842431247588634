import { addDays, addMonths, later, type Day } from '#domain/day.ts';
import type { MemberInput, MemberKind } from '#domain/member.ts';
import { converted, moved } from '#domain/pipeline.ts';
import { OPEN_STAGES, prospectSchema, type OpenStage, type Prospect } from '#domain/prospect.ts';
import { cities, city } from '#geo/regions/city.ts';
import { districtsOf } from '#geo/regions/district.ts';
import * as v from 'valibot';
import { TODAY } from './clock.ts';
import { namer } from './names.ts';
import { randomOf, type Random } from './random.ts';
import { CITIES } from './waves.ts';

const SEED = 20_260_630;
/** How many are being won, by the stage they stand in today. */
const OPEN: Readonly<Record<OpenStage, number>> = { identified: 19, contacted: 16, visited: 12, negotiating: 8, approved: 5 };
/** How many of the latest members were prospects before, and how many prospects were lost, in how many months. */
const CONVERTED = 42;
const LOST = 96;
const MONTHS = 30;

/** The share in a city without members, without a kind, without an owner, and with a chance somebody judged. */
const WHITE = 0.4;
const NO_KIND = 0.08;
const NO_OWNER = 0.1;
const JUDGED = 0.2;
/** Of those that are being won: stalled, and of their next steps: overdue, and none at all. */
const STALLED = 0.22;
const OVERDUE = 0.2;
const NO_STEP = 0.15;

const OWNERS = ['示例周宁', '示例沈越', '示例陆遥', '示例顾言'] as const;
const KINDS: readonly MemberKind[] = ['institute', 'university', 'association', 'think_tank', 'park', 'museum', 'enterprise'];
const STEPS: Readonly<Record<OpenStage, readonly string[]>> = {
	identified: ['收集公开资料，找到联系人', '请所在城市的成员单位引荐', '电话联系办公室'],
	contacted: ['约定首次走访时间', '寄送联盟章程与简介', '邀请列席秋季论坛'],
	visited: ['寄送合作建议书', '安排回访，商谈共同课题', '邀请参加成员单位座谈'],
	negotiating: ['商定加盟事项与对口部门', '请对方领导班子研究', '核对加盟申请书'],
	approved: ['安排加盟仪式', '收取盖章的加盟申请书']
};
const REASONS: Readonly<Record<OpenStage, string>> = {
	identified: '初次登记',
	contacted: '已取得联系',
	visited: '走访归来',
	negotiating: '对方表示有意加盟',
	approved: '秘书处会议通过'
};
const LOSSES = ['机构调整，暂缓考虑', '已加入其他联盟', '经费未列入预算', '主管部门未予批准', '多次联系未获答复'];

/** A prospect as first noted, and each later state with its day and reason. */
export type Pursued = {
	readonly first: Prospect;
	readonly later: readonly { readonly record: Prospect; readonly on: Day; readonly reason: string }[];
};

/** The prospects: those being won, those lost, and the former lives of the latest members. `members` in the order they joined. */
export function prospectsOf(members: readonly { readonly on: Day; readonly value: MemberInput }[]): Pursued[] {
	const random = randomOf(SEED);
	const name = namer(random, members.map(({ value }) => value.name.zh));
	let made = 0;
	const id = () => `shili-yixiang-${String(++made).padStart(3, '0')}`;

	const open = OPEN_STAGES.flatMap((stage, place) =>
		Array.from({ length: OPEN[stage] }, () => {
			const since = addDays(TODAY, -(random.chance(STALLED) ? random.between(62, 150) : random.between(1, 56)));
			return pursue(random, { ...noted(random, id(), name), ...hopes(random) }, { reached: place, since });
		})
	);
	const lost = Array.from({ length: LOST }, () => {
		const on = addDays(TODAY, -random.between(5, MONTHS * 30));
		const reached = random.weighted([[0, 3], [1, 5], [2, 4], [3, 2]] as const);
		const way = pursue(random, noted(random, id(), name), { reached, since: addDays(on, -random.between(20, 90)) });
		const end = { ...moved(last(way), 'lost', on, random.pick(LOSSES)), nextStep: null, nextStepOn: null };
		return { ...way, later: [...way.later, { record: end, on, reason: '对方未能加盟' }] };
	});
	const latest = members.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))).slice(-CONVERTED);
	const joined = latest.map(({ on, value: { id: memberId, name: named, kind, city: place, district } }) => {
		const from = { id: id(), name: named, kind, city: place, district, ownerId: random.pick(OWNERS), contact: '示例联系人（办公室）' };
		const way = pursue(random, from, { reached: OPEN_STAGES.length - 1, since: addDays(on, -random.between(5, 40)) });
		const end = { ...converted(last(way), memberId, on), nextStep: null, nextStepOn: null };
		return { ...way, later: [...way.later, { record: end, on, reason: '加盟' }] };
	});
	return [...open, ...lost, ...joined];
}

type Noted = Pick<v.InferInput<typeof prospectSchema>, 'id' | 'name' | 'kind' | 'city' | 'district' | 'ownerId' | 'contact' | 'probability' | 'expected'>;

function noted(random: Random, id: string, name: ReturnType<typeof namer>): Noted {
	const covered = new Set(CITIES.map(({ code }) => code));
	const white = cities.map(({ adcode }) => adcode).filter((code) => !covered.has(code));
	const code = random.chance(WHITE) ? random.pick(white) : random.weighted(CITIES.map((each) => [each.code, each.weight] as const));
	const place = city(code);
	if (!place) throw new RangeError(`no such city: ${code}`);
	const kind = random.pick(KINDS);
	return {
		id,
		name: name({ zh: place.zhShort, en: place.en }, kind),
		kind: random.chance(NO_KIND) ? null : kind,
		city: code,
		district: random.chance(0.5) ? random.pick(districtsOf(code)).adcode : null,
		ownerId: random.chance(NO_OWNER) ? null : random.pick(OWNERS),
		contact: random.chance(0.7) ? '示例联系人（办公室）' : null
	};
}

function hopes(random: Random): Pick<Noted, 'probability' | 'expected'> {
	return {
		probability: random.chance(JUDGED) ? random.between(1, 19) / 20 : null,
		expected: random.chance(0.6) ? addMonths(TODAY, random.between(1, 14)) : null
	};
}

/** The way of a prospect up to the stage at `reached`, in which it has stood since `since`. */
function pursue(random: Random, from: Noted, { reached, since }: { reached: number; since: Day }): Pursued {
	const days = [since];
	for (let i = 0; i < reached; i++) days.unshift(addDays(days[0] as Day, -random.between(12, 70)));
	const start = days[0] as Day;
	const states = days.map((on, place) => {
		const stage = OPEN_STAGES[place] as OpenStage;
		const record = v.parse(prospectSchema, { ...from, stage, stageSince: on, noted: start, ...step(random, stage, on, place === reached) });
		return { record, on, reason: REASONS[stage] };
	});
	const [first, ...rest] = states;
	const note = `${start} ${from.ownerId ?? '秘书处'}：${random.pick(['论坛上结识', '成员单位引荐', '公开报道中看到', '对方来函询问'])}。`;
	const annotated = (record: Prospect): Prospect => ({ ...record, internalNote: note });
	return { first: annotated((first as (typeof states)[number]).record), later: rest.map((state) => ({ ...state, record: annotated(state.record) })) };
}

function step(random: Random, stage: OpenStage, on: Day, isPresent: boolean): Pick<Prospect, 'nextStep' | 'nextStepOn'> {
	if (isPresent && random.chance(NO_STEP)) return { nextStep: null, nextStepOn: null };
	const nextStep = random.pick(STEPS[stage]);
	if (!isPresent) return { nextStep, nextStepOn: addDays(on, random.between(5, 20)) };
	const due = random.chance(OVERDUE) ? addDays(TODAY, -random.between(1, 24)) : addDays(TODAY, random.between(0, 40));
	return { nextStep, nextStepOn: later(due, on) };
}

function last({ first, later: states }: Pursued): Prospect {
	return states.at(-1)?.record ?? first;
}
