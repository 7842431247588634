import { parser } from 'typescript-eslint';

/** Blanks out a text but for its line breaks, so that what stays keeps its place. */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/**
 * A parser for `import-x/parsers` that reads only the scripts of a component, as one module. The usual parser hangs a
 * component's imports below a node of its own, where `import-x/no-cycle` does not look when it follows imports.
 */
export function parseForESLint(code, options) {
	let kept = '';
	let end = 0;
	for (const match of code.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)) {
		const start = match.index + match[0].indexOf('>') + 1;
		const script = match[1] ?? '';
		kept += blank(code.slice(end, start)) + script;
		end = start + script.length;
	}
	const { parser: _parser, extraFileExtensions: _extra, ...rest } = options;
	return parser.parseForESLint(kept + blank(code.slice(end)), { ...rest, filePath: `${options.filePath}.ts` });
}

export const meta = { name: 'svelte-script', version: '1' };
