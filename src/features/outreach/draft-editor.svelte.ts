import type { Purpose } from '#method/purposes.ts';
import { copyOrSelect } from '#ui/copying.ts';
import { Autosave } from '#ui/draft-autosave.svelte.ts';
import type { Form, Moment } from '#ui/form.ts';
import { formState } from '#ui/form-state.ts';
import { timeIn, relativeInstantText } from '#ui/text.ts';
import type { Finding } from './rules/check.ts';

interface Text {
	subject: string;
	body: string;
	minutes?: number;
}

/** State of a draft that is being edited, shared by the field, the message check and the buttons. */
export class DraftEditor {
	subject = $state('');
	body = $state('');
	/** whether script runs, so that controls that need it are shown */
	live = $state(false);
	/** result of copying, as a sentence */
	copied = $state('');
	readonly autosave: Autosave<Text>;

	/**
	 * @param address address of the autosave
	 * @param changedAt version of the draft with which the page was loaded
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

	/** For `onMount`: saves pending changes when the page is left or hidden. */
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

	/** Queues an autosave after a change of text or length. */
	noted(minutes?: number): void {
		this.copied = '';
		const { subject, body } = this;
		this.autosave.note({ subject, body, ...(minutes === undefined ? {} : { minutes }) });
	}

	/** @param select selects the text if the clipboard is not available */
	async copy(select: () => void): Promise<void> {
		this.copied = await copyOrSelect(this.body, select);
	}

	/** Selects the first finding; without script the button saves the draft. */
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

/** The typed values and the sentence of the refused form, among the forms that submit a draft. */
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

/** Time at which a draft was saved: time of day if today, else the date. */
export function savedAtText(savedAt: string, { now, zone }: Moment): string {
	const said = relativeInstantText(savedAt, now, zone);
	return said.startsWith('Today') ? timeIn(zone, savedAt) : said.toLowerCase();
}
