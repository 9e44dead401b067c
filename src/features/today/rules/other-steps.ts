import {
	clarityAddress,
	decideThemeAddress,
	eventAddress,
	importsAddress,
	introductionsAddress,
	webhookAddress
} from '#kernel/page-addresses.ts';
import { addHours } from '#kernel/clock.ts';
import { counted, figures, figured, inWords, sentenceCase } from '#kernel/number-text.ts';
import { calendarDateText, momentText, nearDateText } from '#method/calendar-text.ts';
import { WRITE_WITHIN_HOURS } from '#features/interviews/rules/thread.ts';
import type { TodayFacts, TodayImport } from './today-facts.ts';
import { nearness, stepAbout, type Candidate, type Moment, type Step } from './today-step.ts';

/** Steps for imports that wait for a decision or stopped. */
export function importSteps(imports: readonly TodayImport[]): Candidate[] {
	return imports.map((each) =>
		stepAbout('import', each, each.since, {
			code: each.state === 'preview' ? 'import-preview' : 'import-stopped',
			icon: 'people',
			...(each.state === 'preview' ? preview(each) : stopped(each)),
			due: 'today'
		})
	);
}

/** Steps for parked themes whose review date has come. */
export function parkedSteps(parked: TodayFacts['parked'], moment: Moment): Candidate[] {
	return parked.flatMap(({ id, title, parkedOn, lookAgainOn }) => {
		if (!lookAgainOn || lookAgainOn > moment.today) return [];
		return stepAbout('theme', { id, name: title }, lookAgainOn, {
			code: 'look-again',
			icon: 'clarity',
			title: `Review ${title}`,
			why: `Parked on ${calendarDateText(parkedOn)}`,
			action: { label: 'Review theme', href: clarityAddress() },
			due: 'today'
		});
	});
}

/** Steps for decisions whose review date has come (method 9). */
export function decidedSteps(decided: TodayFacts['decided'], moment: Moment): Candidate[] {
	return (decided ?? [])
		.filter(({ lookAgainOn }) => lookAgainOn <= moment.today)
		.map(({ id, themeId, title, lookAgainOn }) =>
			stepAbout('decision', { id, name: title }, lookAgainOn, {
				code: 'decided-again',
				icon: 'decide',
				title: `Review your decision about ${title}`,
				why: `The review date was ${calendarDateText(lookAgainOn)}`,
				action: { label: 'Review decision', href: decideThemeAddress(themeId) },
				due: 'today'
			})
		);
}

/** Steps for introductions: to write within a day of the person's yes (method 2). */
export function introducedSteps(introduced: TodayFacts['introduced'], moment: Moment): Candidate[] {
	return (introduced ?? []).map(({ connector, agreedAt, ...person }) => {
		const by = addHours(agreedAt, WRITE_WITHIN_HOURS);
		const late = by < moment.now;
		const time = late
			? 'More than a day has passed since they agreed, so write soon.'
			: `Write by ${momentText(by, moment.now, moment.zone)}, one day after they agreed.`;
		return stepAbout('introduction', person, agreedAt, {
			code: 'write-introduced',
			icon: 'intro',
			title: `Write to ${person.name}`,
			why: `${connector} introduced you. ${time}`,
			action: { label: 'Plan interview', href: introductionsAddress() },
			due: late ? 'overdue' : 'today'
		});
	});
}

/** Steps for events: preparing before, and writing to people met the day after (method 2). */
export function eventSteps(events: TodayFacts['events'], moment: Moment): Candidate[] {
	return (events ?? []).flatMap(({ id, title, onDay, met, left }) => {
		const over = onDay < moment.today;
		const due = nearness(onDay, moment.today);
		if (over ? left === 0 : due === 'none') return [];
		const some = `you still need to write to ${inWords(left)} of ${counted(met, 'person', 'people')} you met`;
		return stepAbout('event', { id, name: title }, onDay, {
			code: over ? 'event-follow-up' : 'event',
			icon: 'flag',
			title: over ? `Follow up after ${title}` : `${title}, ${nearDateText(onDay, moment.today)}`,
			why: over
				? sentenceCase(some)
				: 'Plan whom to look for and your opening line. At the event, add people on your phone.',
			action: { label: 'Open event', href: eventAddress(id) },
			due
		});
	});
}

/** Steps for webhooks that cannot be delivered; nobody waits for them, so they are last. */
export function webhookSteps(failing: TodayFacts['failingWebhooks']): Candidate[] {
	return (failing ?? []).map(({ id, host, since }) =>
		stepAbout('webhook', { id, name: host }, since, {
			code: 'webhook-failing',
			icon: 'link',
			title: `The webhook to ${host} fails`,
			why: 'Imago cannot deliver events there. Your data here is safe. Check the answers of the server.',
			action: { label: 'View webhook', href: webhookAddress(id) },
			due: 'none'
		})
	);
}

type Words = Pick<Step, 'title' | 'why' | 'action'>;

function preview({ name, total }: TodayImport): Words {
	return {
		title: `${figured(total, 'person', 'people')} ready to import`,
		why: `From ${name}. Your address book is unchanged until you import them.`,
		action: { label: 'Review import', href: importsAddress() }
	};
}

function stopped({ name, done, total }: TodayImport): Words {
	return {
		title: `The import stopped at ${figures(done)} of ${figures(total)}`,
		why: `From ${name}. The entries read so far are saved.`,
		action: { label: 'Review import', href: importsAddress() }
	};
}
