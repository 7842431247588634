import { LIKELY } from '#domain/target-state.ts';
import { PRIOR_OCCASIONS } from '#domain/arrival.ts';
import { WINDOW_MONTHS } from '#domain/target-history.ts';
import { UNDATED_DAYS } from '#domain/target-prospect.ts';
import { messages } from './messages.ts';

/** One part of the method: sentences, and formulas on lines of their own. */
export type MethodPart = { readonly title: string; readonly text: readonly string[]; readonly formulas: readonly string[] };

const percent = `${LIKELY * 100}%`;

/** How targets are measured and forecast, in words and symbols. */
export const methodText = messages({
	'zh-CN': {
		title: '目标的计算方法',
		intro: '每个目标都从同一份登记算起，与公开页面的数字一致。预测只用两样东西：在途的意向单位，和登记中以往新增与退出的频率。以下是全部规则。',
		parts: [
			{
				title: '实际',
				text: ['按所看日期结束时的登记计数；到期后，以到期日当天为准。地点待核实的成员只计入三省一市的总数。覆盖的城市是至少有一家成员的城市；片区由区县组成时，按区县计。起始日期未见报道的项目任何一天都计入。'],
				formulas: []
			},
			{
				title: '匀速进度与差额',
				text: ['从起始日的数到目标值画一条直线。起始日的数可由人约定，否则取登记。起始时已达到目标值的，进度恒为目标值。'],
				formulas: ['进度(t) = 起始值 + (目标值 − 起始值) × (t − 起始日) ÷ (到期日 − 起始日)', '差额 = 实际 − 进度']
			},
			{
				title: '意向单位何时计入',
				text: [
					'每家意向单位有一个加盟概率：有人判断的用判断值，否则用所处阶段的概率。',
					'预计加盟日在到期日之后的，不计；在到期日或之前的，概率全额计入。',
					`没有预计日或预计日已过的：距到期满 ${UNDATED_DAYS} 天全额计入，不满的按剩余天数的比例计入。`,
					'城市或类别未知的意向单位，只计入不限城市、不限类别的目标。各家是否加盟视为互不影响。'
				],
				formulas: ['p′ = p × min(1, 剩余天数 ÷ 365)', '意向单位预计增加 = Σ p′']
			},
			{
				title: '意向单位的分布',
				text: ['加盟家数的分布按泊松二项分布精确计算：逐家相加，不作近似。城市按市计算：一座尚无成员的城市，只要有一家意向单位加盟即被覆盖。'],
				formulas: ['P(n) ← P(n)·(1 − p′) + P(n − 1)·p′', '一市被意向单位覆盖的概率 = 1 − Π(1 − p′)']
			},
			{
				title: '其余新增',
				text: [
					`看所看日期之前 ${WINDOW_MONTHS} 个月（不早于成立次日，至少按一年计）里有新增的日子。每个这样的日子是一次机会，其次数服从泊松过程；频率用伽马分布表示，先验为 ${PRIOR_OCCASIONS} 次（杰弗里斯先验），故未来次数服从负二项分布。每次带来几家，按以往各次等概率抽取：一次仪式可以带来多家。`,
					'为避免重复计算，曾是意向单位的成员要打折：它从登记为意向到加盟用了 ℓ 天，则同样的情形只有在未来头 H − ℓ 天内新登记才不在今天的名单上，权重为 (1 − ℓ ÷ H)，不小于 0。从未列为意向的，权重为 1。',
					'覆盖城市的目标只看新覆盖城市的日子，并按剩余空白城市所占比例缩减；覆盖哪座空白城市视为等可能，与意向单位重合的只计一次。',
					'项目没有意向单位，只按以往开始的频率计算。'
				],
				formulas: ['次数 ~ 负二项(k + ½，H ÷ (T + H))，k 为窗口 T 天内的次数，H 为剩余天数', '新增 = 各次家数之和（潘杰尔递推，精确）']
			},
			{
				title: '退出',
				text: ['以窗口内的退出数与成员·天数估计每家成员的退出频率，同样用伽马分布与负二项分布，不超过现有家数。某市的全部成员都退出、又无意向单位加盟时，该市不再覆盖。登记中已写明的未来加盟与退出直接计入。'],
				formulas: ['退出 ~ 负二项(q + ½，mH ÷ (E + mH))，q 为退出数，E 为成员·天数，m 为现有成员数']
			},
			{
				title: '合在一起',
				text: ['到期时的数 = 现有 − 退出 + 意向单位 + 其余新增，各项视为互不影响，分布逐项卷积。预测区间是第 10 至第 90 百分位，十次中约有八次落在其间；按期达成概率是分布中不低于目标值的部分。'],
				formulas: ['按期达成概率 = P(到期时的数 ≥ 目标值)']
			},
			{
				title: '未计入的情形',
				text: ['同一次会议上一起决定的意向单位并不独立，实际的起伏会更大。预测假定以往的节奏延续：新的政策、集中招募或停办仪式都不在其中。新加盟者在到期前又退出的情形略去。所看日期早于今天时，只用当天已有的记录与名单。']
				,
				formulas: []
			}
		] as readonly MethodPart[],
		states: '状态',
		partsTitle: '总目标与部分',
		partsNote: '部分之和只是提示，不要求相等。指标不同的部分不计入；覆盖率换算为城市数后相加；范围重叠的部分会点名，因为重叠处的成员在两边都算。',
		checked: `状态的分界是 ${percent} 的按期达成概率。算法在测试中与四万次随机模拟逐一比对。`
	},
	en: {
		title: 'How targets are measured',
		intro: 'Every target is measured from the same record as the public pages, so figures never differ. A forecast rests on two things only: the prospects being won, and how often members came and left on record. These are all the rules.',
		parts: [
			{
				title: 'Actual',
				text: ['What the record counts at the end of the day looked at; once a target is due, of its due day. Members whose place is not verified count in the whole region only. A city is covered when it has at least one member; where a region group is made of districts, districts count. Projects whose beginning nobody reported count on every day.'],
				formulas: []
			},
			{
				title: 'Straight pace and gap',
				text: ['A straight line from the number at the start to the value. The number at the start may have been agreed, otherwise it is taken from the record. Where it had the value already, the value is expected throughout.'],
				formulas: ['pace(t) = start value + (value − start value) × (t − start) ÷ (due − start)', 'gap = actual − pace']
			},
			{
				title: 'When a prospect counts',
				text: [
					'Each prospect has a chance of joining: the one somebody judged, otherwise that of its stage.',
					'One that is expected after the due day does not count; one that is expected by then counts in full.',
					`Without an expected day, or with one that has passed, it counts in full where ${UNDATED_DAYS} days or more remain, otherwise by the share of them that does.`,
					'A prospect whose city or kind nobody knows counts only where the target asks for none. Prospects are taken to decide independently.'
				],
				formulas: ['p′ = p × min(1, days left ÷ 365)', 'expected from prospects = Σ p′']
			},
			{
				title: 'Distribution of the prospects',
				text: ['How many join follows the Poisson-binomial distribution, computed exactly by adding one prospect after the other. For cities it is computed by city: one without members is covered as soon as a single prospect joins there.'],
				formulas: ['P(n) ← P(n)·(1 − p′) + P(n − 1)·p′', 'chance that prospects cover a city = 1 − Π(1 − p′)']
			},
			{
				title: 'Other arrivals',
				text: [
					`The days with arrivals in the ${WINDOW_MONTHS} months before the day looked at (not before the day after the founding, and taken as a year at least). Each such day is one occasion of a Poisson process; its rate has a Gamma distribution with a prior of ${PRIOR_OCCASIONS} occasions (Jeffreys), so the number of occasions ahead is negative binomial. How many come at an occasion is drawn from those on record, all alike likely: one ceremony may bring many.`,
					'So that nothing counts twice, members that had been prospects weigh less: where it took ℓ days from being noted to joining, the like of it is missing from today’s list only if it is noted within the first H − ℓ days ahead, hence the weight 1 − ℓ ÷ H, not below 0. Members that had never been prospects weigh 1.',
					'For cities only the days on which a city was newly covered count, reduced by the share of white cities that is left; each white city is alike likely, and where a prospect joins too it counts once.',
					'Projects have no prospects: only the rate at which they began counts.'
				],
				formulas: ['occasions ~ NB(k + ½, H ÷ (T + H)), k occasions in a window of T days, H days left', 'arrivals = sum of their sizes (Panjer’s recursion, exact)']
			},
			{
				title: 'Leaves',
				text: ['The rate at which a member leaves is estimated from the leaves and member-days of the window, again Gamma and negative binomial, and never more leave than there are. A city is lost when all its members leave and no prospect joins there. Joins and leaves that are on record for a later day count as they stand.'],
				formulas: ['leaves ~ NB(q + ½, mH ÷ (E + mH)), q leaves in E member-days, m members now']
			},
			{
				title: 'Together',
				text: ['Number on the due day = those who stand − leaves + prospects + other arrivals, all taken as independent and convolved. The band runs from the 10th to the 90th percentile: about eight times in ten the number lies within. The chance in time is the part of the distribution that is not below the value.'],
				formulas: ['chance in time = P(number on the due day ≥ value)']
			},
			{
				title: 'What is left out',
				text: ['Prospects that are decided at one meeting do not decide independently: reality scatters more. The forecast takes the past rhythm to go on; new policies, campaigns or an end of ceremonies are not in it. That a newcomer may leave before the due day is neglected. For a day before today only what had been recorded by then is used.'],
				formulas: []
			}
		] as readonly MethodPart[],
		states: 'States',
		partsTitle: 'Wholes and parts',
		partsNote: 'The sum of the parts is a hint, not a rule. Parts of another metric are left out; coverage rates are added up as cities; parts that overlap are named, since members there count in both.',
		checked: `The line between the states is a chance of ${percent}. The computation is tested against forty thousand random runs of each case.`
	}
});
