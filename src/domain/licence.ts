/** Under what the public record may be used by others. Boundaries are their producer's: they keep its attribution. */
export const LICENCE = {
	id: 'CC-BY-4.0',
	url: 'https://creativecommons.org/licenses/by/4.0/'
} as const;
