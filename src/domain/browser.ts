/** First match names it: most browsers claim to be others as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/MicroMessenger\//, 'WeChat'],
	[/Edg(A|iOS)?\//, 'Edge'],
	[/(OPR|Opera)\//, 'Opera'],
	[/HuaweiBrowser\//, 'Huawei Browser'],
	[/(Firefox|FxiOS)\//, 'Firefox'],
	[/(Chrome|CriOS)\//, 'Chrome'],
	[/Version\/[\d.]+.*Safari\//, 'Safari']
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
	[/iPhone|iPad/, 'iOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X|Macintosh/, 'macOS'],
	[/Linux|X11/, 'Linux']
];

/** What a browser says of itself, in two words at most: `Chrome · Windows`. Null when it says nothing known. */
export function browserOf(agent: string | null): string | null {
	const words = [BROWSERS, SYSTEMS].flatMap((list) => list.find(([pattern]) => pattern.test(agent ?? ''))?.[1] ?? []);
	return words.length > 0 ? words.join(' · ') : null;
}
