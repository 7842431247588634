import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { addDays, dayFromNumber } from './day.ts';
import { canMove, converted, daysInStage, isOverdue, isStalled, moved, movesFrom, STALLED_AFTER } from './pipeline.ts';
import { isOpen, OPEN_STAGES, prospectSchema, STAGES, type Prospect, type Stage } from './prospect.ts';

const TODAY = '2026-11-22';

function prospect(over: Partial<Prospect> = {}): Prospect {
	const input = { id: 'a', name: { zh: '示例研究院' }, stage: 'contacted' as const, noted: '2026-01-01', stageSince: '2026-02-01' };
	return v.parse(prospectSchema, { ...input, ...over });
}

test('overdue is a next step whose day is past, of a prospect that goes on', () => {
	expect(isOverdue(prospect({ nextStepOn: '2026-11-21' }), TODAY)).toBe(true);
	expect(isOverdue(prospect({ nextStepOn: TODAY }), TODAY)).toBe(false);
	expect(isOverdue(prospect(), TODAY)).toBe(false);
	expect(isOverdue(prospect({ stage: 'lost', nextStepOn: '2026-11-21' }), TODAY)).toBe(false);
});

test('stalled is who stood in one stage for sixty days', () => {
	expect(isStalled(prospect({ stageSince: addDays(TODAY, -STALLED_AFTER) }), TODAY)).toBe(true);
	expect(isStalled(prospect({ stageSince: addDays(TODAY, 1 - STALLED_AFTER) }), TODAY)).toBe(false);
	expect(isStalled(prospect({ stage: 'lost' }), TODAY)).toBe(false);
	expect(daysInStage({ stageSince: addDays(TODAY, 3) }, TODAY)).toBe(0);
});

test('moves lead to every other open stage and to lost; to joined leads conversion alone', () => {
	expect(movesFrom('contacted')).toEqual(['identified', 'visited', 'negotiating', 'approved', 'lost']);
	expect(movesFrom('lost')).toEqual([...OPEN_STAGES]);
	expect(movesFrom('converted')).toEqual([]);
	expect(() => moved(prospect(), 'converted', TODAY)).toThrow(RangeError);
	expect(() => converted(converted(prospect(), 'm', TODAY), 'n', TODAY)).toThrow(RangeError);
});

test('the reason of a loss stands while it is lost', () => {
	const lost = moved(prospect(), 'lost', TODAY, '预算不足');
	expect(lost).toMatchObject({ stage: 'lost', stageSince: TODAY, lostReason: '预算不足' });
	expect(moved(lost, 'contacted', TODAY)).toMatchObject({ stage: 'contacted', lostReason: null });
});

const day = fc.integer({ min: 19_000, max: 21_000 }).map(dayFromNumber);
const stage = fc.constantFrom<Stage>(...STAGES);

test('whatever way a prospect goes, it stays one that its schema accepts, and only its stage changes', () => {
	fc.assert(
		fc.property(day, day, fc.array(fc.tuple(stage, day), { maxLength: 12 }), (noted, today, way) => {
			const start = v.parse(prospectSchema, { ...prospect({ stage: 'identified' }), noted, stageSince: noted });
			let now = start;
			for (const [to, on] of way) {
				const before = now;
				if (canMove(now.stage, to)) now = moved(now, to, on);
				else if (to === 'converted' && now.stage !== 'converted') now = converted(now, 'm', on);
				else expect(() => moved(before, to, on)).toThrow(RangeError);
				expect(v.parse(prospectSchema, now)).toEqual(now);
				expect(isStalled(now, today) || isOverdue(now, today) ? isOpen(now.stage) : true).toBe(true);
			}
			const { stage: _s, stageSince: _d, lostReason: _r, memberId: _m, ...rest } = now;
			expect(start).toMatchObject(rest);
		})
	);
});
