/** Where to go after signing in: an address within the site, or the desk when what is asked for is none. */
export function destinationOf(asked: string | null | undefined): string {
	return asked && asked.length <= 2000 && /^\/(?![/\\])[^\s\\]*$/.test(asked) && !/^\/(en\/)?(login|setup)([/?]|$)/.test(asked) ? asked : '/staff';
}
