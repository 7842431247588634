import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What to run: `signal` asks it to end, `folder` is removed once it has. */
export type Program = {
	readonly command: string;
	readonly args: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly folder: string;
	readonly signal: 'TERM' | 'INT';
	readonly uid?: number;
	readonly gid?: number;
	readonly cwd?: string;
};

/** A program under guard. `ended` resolves to how it ended ("code 0", "signal SIGKILL"); `output` is all it has said. */
export type Guarded = {
	readonly ended: Promise<string>;
	output(): string;
	/** Calls back with the whole output so far each time there is more. */
	onOutput(listener: (output: string) => void): void;
	/** Asks the program to end and removes its folder. Throws when it had to be killed after `withinMs`. */
	stop(withinMs?: number): Promise<void>;
};

/** Runs a program until this shell's standard input closes, which happens whichever way its parent ends. */
const GUARD = `
	signal=$1 folder=$2
	shift 2
	exec 3<&0
	"$@" 3<&- </dev/null &
	program=$!
	( read -r _ <&3; kill -$signal $program ) &
	watch=$!
	exec 3<&-
	wait $program
	code=$?
	kill $watch 2>/dev/null
	rm -rf "$folder"
	exit $code`;

/**
 * Starts a program that ends with this process, by whatever way this process ends (SIGKILL and Ctrl-C too), and whose
 * folder goes with it. A forgotten `stop` does not keep this process alive.
 */
export function guarded({ command, args, env, folder, signal, uid, gid, cwd = '/' }: Program): Guarded {
	const child = spawn('/bin/sh', ['-c', GUARD, 'atlas-guard', signal, folder, command, ...args], {
		uid,
		gid,
		cwd,
		env,
		// A group of its own: Ctrl-C ends this process, and that closes the pipe; the shell itself must live to clean up.
		detached: true,
		stdio: ['pipe', 'pipe', 'pipe']
	});
	child.unref();
	for (const stream of child.stdio) (stream as { unref?(): void } | null)?.unref?.();

	const { ended, output, onOutput } = listen(child);
	return { ended, output, onOutput, stop };

	async function stop(withinMs = 15_000): Promise<void> {
		child.stdin?.end();
		const patience = new AbortController();
		const late = pause(withinMs, 'late', { signal: patience.signal });
		const how = await Promise.race([ended, late]);
		if (how === 'late' && child.pid) process.kill(-child.pid, 'SIGKILL');
		patience.abort();
		await late.catch(() => undefined); // the abort itself
		await ended;
		rmSync(folder, { recursive: true, force: true });
		if (how === 'late') throw new Error(`${command} did not end within ${withinMs} ms and was killed:\n${output()}`);
	}
}

/** How a child process ends, and what it says on both streams until then. Rejects when it cannot be started. */
export function listen(child: ChildProcess): Pick<Guarded, 'ended' | 'output' | 'onOutput'> {
	let text = '';
	const listeners: ((output: string) => void)[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (part: string) => {
			text += part;
			for (const listener of listeners) listener(text);
		});
	const ended = new Promise<string>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
	});
	return { ended, output: () => text, onOutput: (listener) => listeners.push(listener) };
}
