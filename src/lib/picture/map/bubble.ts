import type { Adcode } from '#domain/place.ts';
import type { SceneArea, SliceCount } from './scene.ts';

/** One slice of a bubble: path data round the origin, in the unit of the radius. */
export type Slice = { readonly kind: SliceCount['kind']; readonly d: string };

/** Share of the radius that stays open in the middle. */
const HOLE = 0.42;
/** Radius in em of one member, of the largest bubble, and the least that still shows its colour. */
const ONE = 0.46;
const LARGEST = 1.25;
const LEAST = 0.3;
/** All bubbles together take at most this many em², so that a phone's map stays a map when every city has members. */
const ROOM = 80;

/** Radius in em of one member's bubble, given the members of every area; the radius of n members is √n times that. */
export function bubbleUnit(members: readonly number[]): number {
	const total = members.reduce((sum, n) => sum + n, 0);
	if (total === 0) return ONE;
	return Math.min(ONE, LARGEST / Math.sqrt(Math.max(...members)), Math.sqrt(ROOM / 4 / total));
}

/** Radius of a bubble in em: its area is proportional to the members, but never too small to be seen. */
export function bubbleRadius(members: number, unit: number): number {
	return members > 0 ? Math.max(LEAST, unit * Math.sqrt(members)) : 0;
}

/** Radius in em of each area's bubble; muted areas and areas without members by kind have none. */
export function bubbleRadii(areas: readonly Pick<SceneArea, 'code' | 'kinds' | 'muted'>[]): Map<Adcode, number> {
	const counts = areas.map(({ kinds, muted }) => (muted ? 0 : kinds.reduce((sum, { members }) => sum + members, 0)));
	const unit = bubbleUnit(counts);
	return new Map(areas.flatMap(({ code }, i) => (counts[i]! > 0 ? [[code, bubbleRadius(counts[i]!, unit)]] : [])));
}

/**
 * Slices of a disc round the origin, clockwise from the top, each as wide as its kind's share of the members. What lies
 * within `holeRadius` is meant to be covered: a ring's slices would take twice the words.
 */
export function bubble(radius: number, kinds: readonly SliceCount[]): Slice[] {
	return turnsOf(kinds).map(({ kind, from, to }) => ({ kind, d: sector(radius, from, to) }));
}

/** Where each slice begins and ends, in turns clockwise from the top; kinds without members have none. */
export function turnsOf(kinds: readonly SliceCount[]): { kind: SliceCount['kind']; from: number; to: number }[] {
	const present = kinds.filter(({ members }) => members > 0);
	const total = present.reduce((sum, { members }) => sum + members, 0);
	let passed = 0;
	return present.map(({ kind, members }) => {
		const from = passed / total;
		passed += members;
		return { kind, from, to: passed / total };
	});
}

/** Radius of the open middle of a bubble, in the unit of its own. */
export function holeRadius(radius: number): number {
	return Math.round(radius * HOLE * 100) / 100;
}

function sector(radius: number, from: number, to: number): string {
	const r = short(radius);
	// A whole circle; an arc that ends where it begins draws nothing, so it takes two.
	if (to - from > 0.999999) return `M0-${r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0-${r}z`;
	const at = (share: number): string => `${short(radius * Math.sin(2 * Math.PI * share))} ${short(-radius * Math.cos(2 * Math.PI * share))}`;
	return `M0 0L${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}z`;
}

/** A number with two decimals at most, as short as path data allows: .84, -.5. */
function short(n: number): string {
	return String(Math.round(n * 100) / 100 + 0).replace(/^(-?)0\./, '$1.');
}
