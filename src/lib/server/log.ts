/** One line of JSON to standard error a happening: what an operator's log collector reads. */
export function log(level: 'info' | 'warn' | 'error', message: string, details: Record<string, unknown> = {}): void {
	console.error(JSON.stringify({ time: new Date().toISOString(), level, message, ...details }));
}

/** An error's message and stack for a log line. */
export function errorDetails(error: unknown): { error: string; stack?: string | undefined } {
	return error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
}
