import type { Purpose } from '#method/purposes.ts';
import { copyOrSelect } from '#ui/copying.ts';
import { Autosave } from '#ui/draft-autosave.svelte.ts';
import type { Form, Moment } from '#ui/form.ts';
import { formState } from '#ui/refused.ts';
import { timeIn, whenSaid } from '#ui/text.ts';
import type { Finding } from './rules/check.ts';

interface Text {
	subject: string;
	body: string;
	minutes?: number;
}

/** The text as it is being written, shared by the field, the check beside it and the buttons. */
export class DraftInHand {
	subject = $state('');
	body = $state('');
	/** script runs: what needs it may be shown */
	live = $state(false);
	/** what became of copying */
	copied = $state('');
	readonly autosave: Autosave<Text>;

	/**
	 * @param address where it is kept while it is written
	 * @param changedAt of the draft that the page was loaded with
	 */
	constructor(
		address: string,
		purpose: Purpose,
		{ subject, body }: Text,
		changedAt: string | undefined
	) {
		this.subject = subject;
		this.body = body;
		this.autosave = new Autosave(address, { purpose }, changedAt);
	}

	/** For `onMount`; what waits is kept when the page is left or hidden. */
	mounted(): () => void {
		this.live = true;
		const hidden = (): void => {
			if (document.visibilityState === 'hidden') this.autosave.flush();
		};
		document.addEventListener('visibilitychange', hidden);
		return () => {
			document.removeEventListener('visibilitychange', hidden);
			this.autosave.flush();
		};
	}

	/** Something was typed or chosen. */
	noted(minutes?: number): void {
		this.copied = '';
		const { subject, body } = this;
		this.autosave.note({ subject, body, ...(minutes === undefined ? {} : { minutes }) });
	}

	/** @param select selects the text where the clipboard says no */
	async copy(select: () => void): Promise<void> {
		this.copied = await copyOrSelect(this.body, select);
	}

	/** Leads to what the check found; without script the button keeps the draft. */
	putRight(
		event: MouseEvent,
		findings: readonly Finding[],
		point: (finding: Finding) => void
	): void {
		const first = findings.find(({ quote }) => quote !== '') ?? findings[0];
		if (!first) return;
		event.preventDefault();
		this.autosave.flush();
		point(first);
	}
}

/** Of the forms that carry a draft: what was typed into the one that was refused, and what it says. */
export function refusedDraft(form: Form, about?: string) {
	const states = ['write', 'sent', 'draft'].map((name) => formState(form, name, about));
	return {
		typed: (field: string, kept: string): string =>
			states.map((state) => state.value(field, kept)).find((value) => value !== kept) ?? kept,
		sentence: states
			.map(
				(state) =>
					state.sentence ?? state.error('body') ?? state.error('subject') ?? state.error('through')
			)
			.find(Boolean)
	};
}

/** When a draft was kept: by the clock today, else by its day. */
export function keptWhen(savedAt: string, { now, zone }: Moment): string {
	const said = whenSaid(savedAt, now, zone);
	return said.startsWith('Today') ? timeIn(zone, savedAt) : said.toLowerCase();
}
