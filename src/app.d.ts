import type { Locale } from '#domain/locale.ts';
import type { Person } from '#domain/role.ts';
import type { View } from '#domain/view.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The number under which the log tells more. */
			id?: string;
			/** Where the reader may have wanted to go: nearest names for a mistyped code, id or address. */
			suggestions?: { href: string; text: string }[];
		}
		interface Locals {
			locale: Locale;
			/** False on a private installation for whoever holds no share of the page. */
			mayRead: boolean;
			/**
			 * Who is signed in. Known under /staff and /login, and everywhere on a private installation; nobody on public
			 * pages, which are the same for everybody.
			 */
			person: Person | null;
			/** By which session. */
			sessionId: string | null;
		}
		interface PageState {
			/** The view that the reader has turned the page to without asking the server. */
			view?: View;
		}
		interface PageData {
			today: string;
			at: string;
			locale: Locale;
			view: View;
			/** A page that fills the window by itself, without the site's header and footer. */
			bare?: boolean;
		}
	}
}
export {};
