import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ROOT } from '#tests/server/build.ts';
import { listen } from '#tests/server/guarded.ts';

/** The program as an operator starts it, to watch how it ends. */
export type Program = {
	readonly child: ChildProcess;
	/** How it ended: `code 0`, `signal SIGKILL`. */
	readonly ended: Promise<string>;
	output(): string;
	/** Where it listens on this machine, once it says so. Rejects with its output when it ends first. */
	readonly origin: Promise<string>;
};

/** Starts `src/serve.ts` with these variables on a free port of 127.0.0.1. The caller ends it. */
export async function launch(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Program> {
	await ensureBuild();
	const { NODE_ENV: _test, VITEST: _vitest, ORIGIN: _origin, TODAY: _today, PORT: _port, ...inherited } = process.env;
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'src', 'serve.ts'), ...args], {
		cwd: ROOT,
		env: { ...inherited, HOST: '127.0.0.1', PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const { ended, output, onOutput } = listen(child);
	const origin = new Promise<string>((resolve, reject) => {
		onOutput((text) => {
			const [, port] = /listens on .*?(?::(\d+)|\(port \d+\))\D*\n/.exec(text) ?? [];
			const inside = /\(port (\d+)\)/.exec(text)?.[1] ?? port;
			if (inside) resolve(`http://127.0.0.1:${inside}`);
		});
		void ended.then((how) => reject(new Error(`the program ended with ${how}:\n${output()}`)));
	});
	origin.catch(() => undefined); // not everybody asks
	return { child, ended, output, origin };
}
