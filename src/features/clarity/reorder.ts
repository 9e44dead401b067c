import type { Attachment } from 'svelte/attachments';

/**
 * Attachment that lets rows of a list be dragged by their handle, with mouse, pen or finger. The
 * buttons in each row do the same from the keyboard.
 * @param drop called with the row and its new rank, 1 is the top
 */
export function reorder(drop: (row: HTMLElement, place: number) => void): Attachment<HTMLElement> {
	return (list) => {
		let row: HTMLElement | undefined;
		let place = 0;

		const rows = (): HTMLElement[] =>
			[...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement);

		function clear(): void {
			for (const each of rows()) delete each.dataset.drag;
			row = undefined;
		}

		function lift(event: PointerEvent): void {
			if (event.button !== 0 || !(event.target instanceof Element)) return;
			const grip = event.target.closest('[data-grip]');
			row = rows().find((each) => grip && each.contains(grip));
			if (!row || !grip) return;
			event.preventDefault();
			grip.setPointerCapture(event.pointerId);
			place = rows().indexOf(row) + 1;
			row.dataset.drag = 'lifted';
		}

		function carry(event: PointerEvent): void {
			if (!row) return;
			const others = rows().filter((each) => each !== row);
			const below = others.findIndex((each) => {
				const { top, height } = each.getBoundingClientRect();
				return event.clientY < top + height / 2;
			});
			place = below < 0 ? others.length + 1 : below + 1;
			for (const each of others) delete each.dataset.drag;
			const mark = others[below] ?? others.at(-1);
			if (mark) mark.dataset.drag = below < 0 ? 'after' : 'before';
		}

		function letFall(): void {
			if (!row) return;
			const dropped = row;
			const moved = rows().indexOf(dropped) + 1 !== place;
			clear();
			if (moved) drop(dropped, place);
		}

		function escape(event: KeyboardEvent): void {
			if (event.key === 'Escape') clear();
		}

		const until = new AbortController();
		const listening = { signal: until.signal };
		list.addEventListener('pointerdown', lift, listening);
		list.addEventListener('pointermove', carry, listening);
		list.addEventListener('pointerup', letFall, listening);
		list.addEventListener('pointercancel', clear, listening);
		document.addEventListener('keydown', escape, listening);
		return () => {
			until.abort();
		};
	};
}
