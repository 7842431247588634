/*
 * What an embed can do once scripts run: tell its height to the page that frames it, follow that page's theme, say what
 * is under the pointer, be walked by arrow keys, zoom, and move through time. Everything it shows is there without it.
 * No cookie, no storage; one word to its own site of where it is shown and how large, nothing of who looks.
 */
(() => {
	'use strict';
	const main = document.querySelector('main[data-embed]');
	if (!main) return;
	const root = document.documentElement;
	const framed = parent !== window;
	const hosts = main.dataset.hosts === undefined ? null : main.dataset.hosts.split(' ').filter(Boolean);
	let host = null;
	let told = 0;

	/** May pages of this origin frame us? The browser has asked already; a message is answered by the same list. */
	function mayHost(origin) {
		if (hosts === null || origin === location.origin) return true;
		return hosts.some((allowed) => {
			const [scheme, below] = allowed.split('://*');
			return below === undefined ? allowed === origin : origin.startsWith(`${scheme}://`) && origin.endsWith(below);
		});
	}

	function height() {
		return Math.ceil(root.getBoundingClientRect().height);
	}

	function tell() {
		const now = height();
		if (host === null || now === told) return;
		told = now;
		parent.postMessage({ atlas: 'height', height: now }, host);
	}

	/** Errors of this view, by code: told to its own site with the next word. */
	function seen(error = null) {
		if (!framed) return;
		const shown = host ?? location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
		if (!shown || shown === location.origin) return;
		const body = JSON.stringify({ path: location.pathname, host: shown, width: root.clientWidth, height: height(), error });
		fetch('/embed/seen', { method: 'POST', body, headers: { 'content-type': 'application/json' }, credentials: 'omit', keepalive: true }).catch(() => undefined);
	}

	if (framed) {
		addEventListener('message', ({ origin, source, data }) => {
			if (source !== parent || typeof data !== 'object' || data === null || data.atlas !== 'hello' || !mayHost(origin)) return;
			host = origin;
			if (['auto', 'light', 'dark'].includes(data.theme)) root.dataset.theme = data.theme;
			told = 0;
			tell();
		});
		new ResizeObserver(tell).observe(document.body);
		addEventListener('error', () => seen('script'));
		// To whoever frames: it says nothing but that we are here.
		parent.postMessage({ atlas: 'ready' }, '*');
		addEventListener('load', () => setTimeout(seen, 1500));
	}

	const map = main.querySelector('.map');
	if (!map) return;
	const words = JSON.parse(main.dataset.words);
	const land = map.querySelector('.land');
	const areas = new Map([...land.querySelectorAll('[data-code]')].map((area) => [area.dataset.code, area]));

	/* Under the pointer and the keyboard's focus: the words of the area, at once. */
	const tip = document.createElement('div');
	tip.className = 'tip';
	tip.hidden = true;
	tip.ariaHidden = 'true';
	map.append(tip);
	for (const area of areas.values()) area.querySelector('title')?.remove();

	function point(area, x, y) {
		tip.hidden = !area;
		if (!area) return;
		tip.textContent = area.getAttribute('aria-label');
		const box = map.getBoundingClientRect();
		const right = x - box.left > box.width / 2;
		tip.style.insetInlineStart = right ? 'auto' : `${x - box.left + 12}px`;
		tip.style.insetInlineEnd = right ? `${box.right - x + 12}px` : 'auto';
		tip.style.top = `${Math.min(Math.max(y - box.top + 12, 0), box.height - tip.offsetHeight)}px`;
	}
	const areaOf = (target) => target.closest?.('.land [data-code]') ?? null;
	map.addEventListener('pointermove', (event) => point(areaOf(event.target), event.clientX, event.clientY));
	map.addEventListener('pointerleave', () => point(null));
	map.addEventListener('focusin', ({ target }) => {
		const area = areaOf(target);
		const box = area?.getBoundingClientRect();
		if (box) point(area, box.left + box.width / 2, box.top + box.height / 2);
	});
	map.addEventListener('focusout', () => point(null));

	/* One tab stop; arrows go where the dashboard's map goes: for each area a letter up, down, left and right. Without them, on and back. */
	const links = [...areas.values()].filter(({ localName }) => localName === 'a');
	const stop = (link) => links.forEach((other) => other.setAttribute('tabindex', other === link ? '0' : '-1'));
	if (links.length > 0) stop(links[0]);
	const { steps } = map.dataset;
	const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
	land.addEventListener('keydown', (event) => {
		const from = links.indexOf(areaOf(event.target));
		if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
		const way = ARROWS.indexOf(event.key);
		const next = steps === undefined ? from + (way % 2 ? 1 : -1) : steps.charCodeAt(4 * from + way) - 65;
		const to = way >= 0 ? (links[next] ?? links[from]) : event.key === 'Home' ? links[0] : event.key === 'End' ? links.at(-1) : null;
		if (!to) return;
		event.preventDefault();
		stop(to);
		to.focus();
	});

	if (main.dataset.moves === undefined) return;
	const tools = document.createElement('div');
	tools.className = 'tools';
	map.after(tools);
	const button = (text, label, act) => {
		const made = document.createElement('button');
		made.type = 'button';
		made.textContent = text;
		if (label) made.ariaLabel = label;
		made.addEventListener('click', act);
		tools.append(made);
		return made;
	};

	/* Zoom: the shapes by their box, the names by their places in it. */
	const { width: wide, height: tall } = land.viewBox.baseVal;
	const named = [...map.querySelectorAll('.names > *')].map((name) => [name, parseFloat(name.getAttribute('x')), parseFloat(name.getAttribute('y'))]);
	let view = { x: 0, y: 0, scale: 1 };
	function look(next) {
		const scale = Math.min(8, Math.max(1, next.scale));
		const most = 1 - 1 / scale;
		view = { scale, x: Math.min(most, Math.max(0, next.x)), y: Math.min(most, Math.max(0, next.y)) };
		land.setAttribute('viewBox', `${view.x * wide} ${view.y * tall} ${wide / scale} ${tall / scale}`);
		for (const [name, x, y] of named) {
			name.setAttribute('x', `${(x - view.x * 100) * scale}%`);
			name.setAttribute('y', `${(y - view.y * 100) * scale}%`);
		}
		map.style.touchAction = scale > 1 ? 'none' : '';
		reset.disabled = scale === 1;
	}
	const by = (factor) => {
		const scale = Math.min(8, Math.max(1, view.scale * factor));
		const [x, y] = [view.x + 0.5 / view.scale, view.y + 0.5 / view.scale];
		look({ scale, x: x - 0.5 / scale, y: y - 0.5 / scale });
	};
	button('+', words.zoomIn, () => by(1.6));
	button('−', words.zoomOut, () => by(1 / 1.6));
	const reset = button(words.zoomReset, '', () => look({ scale: 1, x: 0, y: 0 }));
	reset.disabled = true;
	let held = null;
	let dragged = false;
	map.addEventListener('pointerdown', (event) => {
		dragged = false;
		if (view.scale > 1 && event.button === 0) held = { x: event.clientX, y: event.clientY, view };
	});
	addEventListener('pointermove', (event) => {
		if (!held) return;
		const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
		if (Math.hypot(dx, dy) > 4) dragged = true;
		if (dragged) look({ ...held.view, x: held.view.x - dx / map.clientWidth / view.scale, y: held.view.y - dy / map.clientHeight / view.scale });
	});
	addEventListener('pointerup', () => (held = null));
	addEventListener('pointercancel', () => (held = null));
	map.addEventListener('dragstart', (event) => view.scale > 1 && event.preventDefault());
	map.addEventListener('click', (event) => dragged && event.preventDefault(), true);

	/* Time: asked for once, when somebody wants it; then every day is at hand. */
	const start = button(words.time, '', async () => {
		start.disabled = true;
		try {
			const url = new URL(location.href);
			url.pathname += '/frames';
			const answer = await fetch(url, { credentials: 'omit' });
			if (!answer.ok) throw new Error(String(answer.status));
			slider(await answer.json());
		} catch {
			start.disabled = false;
			start.textContent = words.failed;
			seen('frames');
		}
	});

	function slider({ days, now, names, said, frames }) {
		const input = document.createElement('input');
		const output = document.createElement('output');
		input.type = 'range';
		input.max = String(days.length - 1);
		input.value = String(now);
		input.ariaLabel = words.timeLabel;
		start.replaceWith(input, output);
		input.focus();
		const links = [...main.querySelectorAll('a[href]')];
		const figures = Map.groupBy([...map.querySelectorAll('text[data-of]')], (text) => text.dataset.of);
		const move = () => {
			const at = Number(input.value);
			const frame = frames[at];
			names.forEach(([code, name], i) => {
				const [fill, figure, words] = frame.areas[i];
				const area = areas.get(code);
				area?.setAttribute('aria-label', name + said[words]);
				area?.querySelector('path').setAttribute('class', fill);
				for (const text of figures.get(code) ?? []) {
					text.classList.toggle('k', figure !== '');
					text.classList.toggle('f', figure === '');
					const number = text.querySelector('tspan');
					if (number) number.textContent = figure;
				}
				const row = main.querySelector(`[data-row="${code}"]`);
				row?.querySelectorAll('td').forEach((cell, column) => (cell.textContent = frame.cells[i]?.[column] ?? cell.textContent));
			});
			for (const [part, text] of Object.entries(frame.texts)) for (const element of main.querySelectorAll(`[data-part="${part}"]`)) element.textContent = text;
			const legend = main.querySelector('[data-part-of="legend"]');
			if (legend) legend.innerHTML = frame.legend;
			output.textContent = input.ariaValueText = frame.day;
			for (const link of links) {
				const url = new URL(link.getAttribute('href'), location.href);
				if (at === days.length - 1) url.searchParams.delete('at');
				else url.searchParams.set('at', days[at]);
				link.setAttribute('href', url.pathname + url.search + url.hash);
			}
		};
		input.addEventListener('input', move);
		move();
	}
})();
