import type { Day } from '#domain/day.ts';
import type { Progress } from '#domain/import/job.ts';

/** What a worker is to do. */
export type Task =
	| { readonly is: 'read' | 'check'; readonly jobId: string; readonly today: Day }
	| { readonly is: 'answer'; readonly jobId: string; readonly today: Day }
	| { readonly is: 'commit'; readonly jobId: string; readonly today: Day; readonly reason: string };

/** What a worker says. `turn`: it is about to write, and asks that nobody else does until it says so. */
export type Told = { readonly answer: Uint8Array } | { readonly progress: Progress } | { readonly wants: 'turn' | 'no turn' };
