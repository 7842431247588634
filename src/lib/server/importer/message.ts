import type { Day } from '#domain/day.ts';
import type { Progress } from '#domain/import/job.ts';

/** What a worker is to do. */
export type Task = { readonly jobId: string; readonly today: Day } & ({ readonly is: 'read' | 'check' } | { readonly is: 'commit'; readonly reason: string });

/** What a worker says. `turn`: it is about to write, and asks that nobody else does until it says so. */
export type Told = { readonly progress: Progress } | { readonly wants: 'turn' | 'no turn' };
