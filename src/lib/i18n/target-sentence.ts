import type { Locale } from '#domain/locale.ts';
import type { Evaluation } from '#domain/target-evaluation.ts';
import { formatDay } from './date.ts';
import type { Sentence } from './sentence.ts';
import { formatChance, targetNumber, targetValue, type Unit } from './target-value.ts';

type Piece = Sentence[number];
const strong = (text: string): Piece => ({ text, strong: true });
const plain = (text: string): Piece => ({ text });

type Said = Pick<Evaluation, 'on' | 'actual' | 'needed' | 'expected' | 'gap' | 'pipeline' | 'outlook' | 'chance' | 'state' | 'reachedOn'>;

/** The gap in words: 落后 18.5, 18.5 behind. */
function against(gap: number, locale: Locale): string {
	const size = targetNumber(Math.abs(gap), locale);
	if (size === '0') return locale === 'en' ? 'on the line' : '与进度持平';
	if (locale === 'en') return `${size} ${gap < 0 ? 'behind' : 'ahead'}`;
	return `${gap < 0 ? '落后' : '领先'} ${size}`;
}

/** How a target stands, in one or two sentences with its figures. */
export function targetSentence(said: Said, unit: Unit, locale: Locale): Sentence {
	const value = (n: number): string => targetValue(n, unit, locale);
	const number = (n: number): string => targetNumber(n, locale);
	const [day, due] = [formatDay(said.on, locale), formatDay(said.outlook.on, locale)];
	const missing = said.needed - said.actual;
	if (locale === 'en') {
		if (said.state === 'reached') return [plain(`On ${day} there are `), strong(value(said.actual)), plain(`; the target of ${value(said.needed)} was reached${said.reachedOn ? ` on ${formatDay(said.reachedOn, locale)}` : ''}.`)];
		if (said.state === 'missed') return [plain(`On the due day, ${due}, there were `), strong(value(said.actual)), plain(`, ${number(missing)} short of the target of ${value(said.needed)}.`)];
		return [
			plain(`On ${day} there are `),
			strong(value(said.actual)),
			plain(`, ${number(missing)} short of ${value(said.needed)}. A straight pace expects ${number(said.expected)} by now (`),
			strong(against(said.gap, locale)),
			plain(`). ${said.pipeline < 0.05 ? '' : `Prospects add ${number(said.pipeline)} by their chances. `}The forecast for ${due} lies between `),
			strong(`${number(said.outlook.low)} and ${number(said.outlook.high)}`),
			plain(`, its middle at ${number(said.outlook.middle)}; the chance to reach the target in time is `),
			strong(formatChance(said.chance, locale)),
			plain('.')
		];
	}
	if (said.state === 'reached') return [plain(`截至${day}，实际为 `), strong(value(said.actual)), plain(`，目标为 ${value(said.needed)}，${said.reachedOn ? `已于${formatDay(said.reachedOn, locale)}达成` : '已达成'}。`)];
	if (said.state === 'missed') return [plain(`到期日${due}，实际为 `), strong(value(said.actual)), plain(`，目标为 ${value(said.needed)}，差 ${number(missing)}，未达成。`)];
	return [
		plain(`截至${day}，实际为 `),
		strong(value(said.actual)),
		plain(`，目标为 ${value(said.needed)}，还差 ${number(missing)}。按匀速进度此时应有 ${number(said.expected)}，`),
		strong(against(said.gap, locale)),
		plain(`。${said.pipeline < 0.05 ? '' : `在途意向单位按概率可增加 ${number(said.pipeline)}。`}预测${due}时在 `),
		strong(`${number(said.outlook.low)} 至 ${number(said.outlook.high)}`),
		plain(` 之间，中位数 ${number(said.outlook.middle)}；按期达成的概率为 `),
		strong(formatChance(said.chance, locale)),
		plain('。')
	];
}
