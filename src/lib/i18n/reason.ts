import type { Locale } from '#domain/locale.ts';
import { prospectFormText } from './prospect-form.ts';
import { deskText } from './record-desk.ts';

type Texts = Readonly<Record<Locale, string>>;

const both = <K extends string>(texts: Readonly<Record<Locale, Readonly<Record<K, string>>>>, keys: readonly K[]): Texts[] =>
	keys.map((key) => ({ 'zh-CN': texts['zh-CN'][key], en: texts.en[key] }));

/** The reasons that nobody typed: those of the records a program came with, and those written where a form gave none. */
const FIXED: readonly Texts[] = [
	{ 'zh-CN': '初始数据', en: 'initial data' },
	{ 'zh-CN': '退出联盟', en: 'left the alliance' },
	{ 'zh-CN': '停用目标', en: 'target retired' },
	{ 'zh-CN': '恢复目标', en: 'target restored' },
	...both({ 'zh-CN': deskText['zh-CN'].reasons, en: deskText.en.reasons }, ['create', 'update', 'retire', 'restore', 'undo']),
	...both({ 'zh-CN': prospectFormText['zh-CN'].reasons, en: prospectFormText.en.reasons }, ['noted', 'note', 'retired'])
];
const fixed = new Map(FIXED.flatMap((texts) => Object.values(texts).map((text) => [text, texts] as const)));

/** The reason of a change as its reader reads it: one that nobody typed in the reader's language, any other as it was typed. */
export function reasonWords(reason: string, locale: Locale): string {
	return fixed.get(reason)?.[locale] ?? reason;
}
