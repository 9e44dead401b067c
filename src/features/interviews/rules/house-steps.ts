import { figures, figured } from '#kernel/number-words.ts';
import { dateWords } from './calendar-words.ts';
import type { TodayFacts, TodayImport } from './today-facts.ts';
import type { Candidate, Moment, Step } from './today-step.ts';

/** Imports that wait for a decision, or stopped half-way. */
export function importSteps(imports: readonly TodayImport[]): Candidate[] {
	return imports.map((each) => ({
		step: {
			code: each.state === 'preview' ? 'import-preview' : 'import-stopped',
			icon: 'people',
			...(each.state === 'preview' ? preview(each) : stopped(each)),
			due: 'today',
			about: { kind: 'import', id: each.id }
		},
		since: each.since,
		name: each.name
	}));
}

/** Parked themes whose day to look again has come. */
export function parkedSteps(parked: TodayFacts['parked'], moment: Moment): Candidate[] {
	return parked.flatMap(({ id, title, parkedOn, lookAgainOn }): Candidate[] => {
		if (!lookAgainOn || lookAgainOn > moment.today) return [];
		return [
			{
				step: {
					code: 'look-again',
					icon: 'clarity',
					title: `Look again at ${title}`,
					why: `Parked on ${dateWords(parkedOn)}`,
					action: { label: 'Look', href: '/clarity' },
					due: 'today',
					about: { kind: 'theme', id }
				},
				since: lookAgainOn,
				name: title
			}
		];
	});
}

type Words = Pick<Step, 'title' | 'why' | 'action'>;

function preview({ name, total }: TodayImport): Words {
	return {
		title: `${figured(total, 'person waits', 'people wait')} for your yes`,
		why: `From ${name}. Nothing is in your address book yet.`,
		action: { label: 'Look through', href: '/people/import' }
	};
}

function stopped({ name, done, total }: TodayImport): Words {
	return {
		title: `The import stopped at ${figures(done)} of ${figures(total)}`,
		why: `From ${name}. What was read is kept; it goes on from there.`,
		action: { label: 'Go on', href: '/people/import' }
	};
}
