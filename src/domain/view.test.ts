import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEMBER_KINDS } from './member.ts';
import { METRICS } from './metric.ts';
import { PROJECT_CATEGORIES, PROJECT_STATUSES } from './project.ts';
import { DEFAULT_VIEW, MOST_OUTLINES, outlinesOf, readView, STACKS, THEMES, writeOutlines, writeView, type View } from './view.ts';
import { SPACE_SETS } from './whitespace.ts';

const views: fc.Arbitrary<View> = fc.record({
	at: fc.option(fc.constantFrom('2021-06-30', '2024-02-29')),
	from: fc.option(fc.constantFrom('2021-06-30', '2024-02-29')),
	to: fc.option(fc.constantFrom('2023-12-31')),
	known: fc.option(fc.constantFrom('2024-01-01')),
	theme: fc.constantFrom(...THEMES),
	kind: fc.option(fc.constantFrom(...MEMBER_KINDS)),
	province: fc.option(fc.constantFrom('320000', '330000')),
	group: fc.option(fc.constantFrom('yrd_core_27')),
	city: fc.option(fc.constantFrom('320200')),
	by: fc.constantFrom(...STACKS),
	metric: fc.constantFrom(...METRICS),
	classes: fc.option(fc.constantFrom('quantile', 'equal', '1,5,10,20', '2021')),
	outlines: fc.option(fc.constantFrom('yrd_core_27', 'yrd_core_27,taihu_science_circle')),
	category: fc.option(fc.constantFrom(...PROJECT_CATEGORIES)),
	status: fc.option(fc.constantFrom(...PROJECT_STATUSES, 'unknown' as const)),
	spaces: fc.constantFrom(...SPACE_SETS),
	weights: fc.option(fc.constantFrom('whole:8', 'neighbours:5,zone:0')),
	joined: fc.option(fc.constantFrom('shili-yixiang-001', 'a,b')),
	q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
	after: fc.option(fc.string({ minLength: 1, maxLength: 40 }))
});

describe('the view in the address', () => {
	it('comes back as it was written', () => {
		fc.assert(
			fc.property(views, (view) => {
				expect(readView(new URLSearchParams(writeView(view)))).toEqual(view);
			})
		);
	});

	it('takes the fields of forms: a weight each, a prospect each', () => {
		expect(readView(new URLSearchParams('weights=zone:1,groups:2&weight.zone=7&weight.whole='))).toMatchObject({ weights: 'zone:7,groups:2' });
		expect(readView(new URLSearchParams('joined=a&joined=b,c&joined=a'))).toMatchObject({ joined: 'a,b,c' });
	});

	it('says nothing of defaults', () => {
		expect(writeView(DEFAULT_VIEW)).toBe('');
	});

	it('ignores what makes no sense', () => {
		expect(readView(new URLSearchParams('at=2021-02-30&from=2021-13-01&to=today&theme=pink&kind=<script>&status=won&by=&known=yesterday'))).toEqual(DEFAULT_VIEW);
	});

	it.each(['classes=5,5', 'classes=9,3', 'classes=1,2,3,4,5', 'classes=-1', 'classes=jenks', 'classes=1.5', 'metric=gdp', 'outlines=,,', 'outlines=<b>', 'spaces=none', 'weights=zone:11', 'weight.zone=x', 'joined=,A,../b'])(
		'ignores %s',
		(query) => {
			expect(readView(new URLSearchParams(query))).toEqual(DEFAULT_VIEW);
		}
	);

	it('holds a few outlines, each once, in the order asked for', () => {
		const view = readView(new URLSearchParams('outlines=b,a,b,<c>,d,e,f'));
		expect(outlinesOf(view)).toEqual(['b', 'a', 'd', 'e']);
		expect(outlinesOf(view)).toHaveLength(MOST_OUTLINES);
		expect(writeView(view)).toBe('?outlines=b,a,d,e');
		expect(writeOutlines([])).toBeNull();
	});

	it('never fails on any query', () => {
		fc.assert(fc.property(fc.string(), (text) => void readView(new URLSearchParams(text))));
	});
});
