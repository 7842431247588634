import { expect, test } from 'vitest';
import { dayOf, type Day } from '#domain/day.ts';
import { Follower, Following } from './follower.svelte.ts';

const [first, second, third] = [dayOf(2021, 1, 31), dayOf(2021, 2, 28), dayOf(2021, 3, 31)];

/** A page of so many pieces at its first day, and what lets a frame pass. */
function page(size: number) {
	let at: Day = first;
	const due: (() => void)[] = [];
	const following = new Following(
		() => at,
		(turn) => void due.push(turn)
	);
	const pieces = Array.from({ length: size }, () => new Follower());
	const leave = pieces.map((piece) => following.join(piece));
	following.hold(first);
	return {
		...{ following, pieces, leave },
		move(to: Day) {
			at = to;
			following.go();
		},
		frame: () => due.splice(0).forEach((turn) => turn()),
		days: () => pieces.map((piece) => piece.day)
	};
}

test('each frame brings one piece to the day, until all have arrived', () => {
	const { following, move, frame, days } = page(3);
	move(second);
	expect(days()).toEqual([first, first, first]);
	frame();
	expect(days()).toEqual([second, first, first]);
	frame();
	frame();
	expect(days()).toEqual([second, second, second]);
	expect(following.underWay).toBe(true);
	frame();
	expect(following.underWay).toBe(false);
});

test('while the day goes on moving, every piece has its turn', () => {
	const { move, frame, days } = page(3);
	move(second);
	frame();
	move(third);
	frame();
	frame();
	expect(days()).toEqual([second, third, third]);
	frame();
	expect(days()).toEqual([third, third, third]);
});

test('a piece out of view takes no turn, and has it once it is seen', () => {
	const { following, pieces, move, frame, days } = page(2);
	pieces[0]!.inView = false;
	move(second);
	frame();
	frame();
	expect(days()).toEqual([first, second]);
	expect(following.underWay).toBe(false);
	pieces[0]!.inView = true;
	following.go();
	frame();
	expect(days()).toEqual([second, second]);
});

test('a piece that has gone takes no turn; nobody does once the turns have ended', () => {
	const { following, leave, move, frame, days } = page(3);
	leave[0]!();
	move(second);
	frame();
	expect(days()).toEqual([first, second, first]);
	following.end();
	frame();
	expect(days()).toEqual([first, second, first]);
});
