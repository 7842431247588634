/*
 * <alliance-embed view="map"></alliance-embed>: a view of the atlas on another site, as high as its content.
 * Also makes plain frames of this site's embeds as high as theirs. No cookie, no storage, no request but the frames.
 * A policy needs: script-src and frame-src of this origin, img-src for the picture that stands in without script.
 */
(() => {
	'use strict';
	const { origin } = new URL(document.currentScript.src);
	const OPTIONS = ['at', 'known', 'theme', 'kind', 'province', 'group', 'by', 'metric', 'classes', 'accent', 'hide', 'still'];
	const THEMES = ['auto', 'light', 'dark'];
	/** How many ms a frame that has loaded may be silent before what stands in for it is shown again. */
	const PATIENCE = 4000;
	/** Height of a frame before it is measured: a share of its width, px, and px that grow as it narrows. */
	const GUESS = { map: [1.17, 72, 103000], city: [0.95, 330, 100000], growth: [0.5, 130, 66000], stats: [0, 120, 150000], members: [0, 700, 40000] };
	const owners = new WeakMap();

	const sheet = new CSSStyleSheet();
	sheet.replaceSync(
		':host{display:block;position:relative;overflow:hidden;contain:content}:host([hidden]){display:none}' +
			'iframe{display:block;width:100%;border:0;visibility:hidden}div{position:absolute;inset:0}' +
			':host([data-ready]) iframe{visibility:visible}:host([data-ready]) div{display:none}' +
			':host([data-silent]) iframe{position:absolute}:host([data-silent]) div{position:static}'
	);

	class AllianceEmbed extends HTMLElement {
		static observedAttributes = ['view', 'city', 'lang', 'frozen', 'label', ...OPTIONS];

		connectedCallback() {
			if (!this.shadowRoot) {
				const root = this.attachShadow({ mode: 'open' });
				root.adoptedStyleSheets = [sheet];
				this.frame = document.createElement('iframe');
				const standIn = document.createElement('div');
				standIn.append(document.createElement('slot'));
				this.frame.loading = 'lazy';
				this.frame.referrerPolicy = 'strict-origin-when-cross-origin';
				this.frame.addEventListener('load', () => this.wait());
				owners.set(this.frame, this);
				root.append(standIn, this.frame);
			}
			this.show();
		}

		attributeChangedCallback(name, before, now) {
			if (!this.frame || before === now) return;
			if (name === 'theme' && this.dataset.ready !== undefined) hello(this.frame);
			else this.show();
		}

		/** The view as its address names it: map, city/320200. */
		get path() {
			const view = this.getAttribute('view') || 'map';
			const city = this.getAttribute('city');
			return this.hasAttribute('frozen') ? `frozen/${this.getAttribute('frozen')}` : view === 'city' && city ? `city/${city}` : view;
		}

		show() {
			const url = new URL(`${/^en\b/i.test(this.getAttribute('lang') || '') ? '/en' : ''}/embed/${this.path}`, origin);
			if (!this.hasAttribute('frozen')) for (const name of OPTIONS) if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name) || '1');
			if (this.frame.src === url.href) return;
			delete this.dataset.ready;
			delete this.dataset.silent;
			const [share, px, narrow] = GUESS[this.path.split('/')[0]] || GUESS.map;
			const width = this.clientWidth || 640;
			this.frame.style.height = `${Math.round(share * width + px + narrow / width)}px`;
			this.frame.title = this.getAttribute('label') || this.querySelector('img')?.alt || this.textContent.trim() || this.path;
			this.frame.src = url.href;
		}

		wait() {
			clearTimeout(this.timer);
			this.timer = setTimeout(() => {
				if (this.dataset.ready === undefined) this.hasAttribute('still') || !this.childElementCount ? (this.dataset.ready = '') : (this.dataset.silent = '');
			}, PATIENCE);
			hello(this.frame);
		}
	}

	/** Every frame of this page that shows something of ours. */
	function* frames() {
		for (const element of document.querySelectorAll('alliance-embed')) if (element.frame) yield element.frame;
		for (const frame of document.querySelectorAll('iframe')) if (frame.src.startsWith(`${origin}/`)) yield frame;
	}

	function hello(frame) {
		const theme = owners.get(frame)?.getAttribute('theme');
		frame.contentWindow?.postMessage({ atlas: 'hello', theme: THEMES.includes(theme) ? theme : undefined }, origin);
	}

	addEventListener('message', ({ origin: from, source, data }) => {
		if (from !== origin || typeof data !== 'object' || data === null || !source) return;
		const frame = [...frames()].find(({ contentWindow }) => contentWindow === source);
		if (!frame) return;
		if (data.atlas === 'ready') hello(frame);
		if (data.atlas !== 'height' || !(data.height > 0 && data.height < 30000)) return;
		const height = Math.ceil(data.height);
		frame.style.height = `${height}px`;
		// Where the border of a plain frame is part of its height, as its page may have it.
		frame.style.height = `${2 * height - frame.clientHeight}px`;
		const owner = owners.get(frame);
		if (!owner) return;
		delete owner.dataset.silent;
		owner.dataset.ready = '';
	});

	customElements.get('alliance-embed') || customElements.define('alliance-embed', AllianceEmbed);
	for (const frame of frames()) hello(frame);
})();
