import type { Locale } from '#domain/locale.ts';
import type { Evaluation } from '#domain/target-evaluation.ts';
import { formatDay } from './date.ts';
import type { Sentence } from './sentence.ts';
import { formatChance, signedNumber, targetNumber, targetValue, type Unit } from './target-value.ts';

type Piece = Sentence[number];
const strong = (text: string): Piece => ({ text, strong: true });
const plain = (text: string): Piece => ({ text });

type Said = Pick<Evaluation, 'on' | 'actual' | 'needed' | 'expected' | 'gap' | 'pipeline' | 'outlook' | 'chance' | 'state' | 'reachedOn'>;

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
			strong(signedNumber(said.gap, locale)),
			plain(`). ${unit.metric === 'projects' ? '' : `Prospects add ${number(said.pipeline)} by their chances. `}The forecast for ${due} lies between `),
			strong(`${number(said.outlook.low)} and ${number(said.outlook.high)}`),
			plain(`, its middle at ${number(said.outlook.middle)}; the chance to reach the target in time is `),
			strong(formatChance(said.chance, locale)),
			plain('.')
		];
	}
	if (said.state === 'reached') return [plain(`截至${day}，实际为 `), strong(value(said.actual)), plain(`，目标 ${value(said.needed)}${said.reachedOn ? `已于${formatDay(said.reachedOn, locale)}达成` : '已达成'}。`)];
	if (said.state === 'missed') return [plain(`到期日${due}，实际为 `), strong(value(said.actual)), plain(`，比目标 ${value(said.needed)} 少 ${number(missing)}，未达成。`)];
	return [
		plain(`截至${day}，实际为 `),
		strong(value(said.actual)),
		plain(`，距目标 ${value(said.needed)} 还差 ${number(missing)}。按匀速进度此时应有 ${number(said.expected)}，相差 `),
		strong(signedNumber(said.gap, locale)),
		plain(`。${unit.metric === 'projects' ? '' : `在途意向单位按概率可增加 ${number(said.pipeline)}。`}预测${due}时在 `),
		strong(`${number(said.outlook.low)} 至 ${number(said.outlook.high)}`),
		plain(` 之间，中位数 ${number(said.outlook.middle)}；按期达成的概率为 `),
		strong(formatChance(said.chance, locale)),
		plain('。')
	];
}
