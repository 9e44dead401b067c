import {
	addEvent,
	addSchool,
	addToAsk,
	attendEvent,
	beginAsk,
	letBe,
	markAgreed,
	markAsked,
	markGuestAsked,
	markInvited,
	markSchoolAnswered,
	markSchoolAsked,
	markSchoolConnected,
	meetPerson,
	noteAskAnswer,
	offerIntroduction
} from '#features/introductions/operations.server.ts';
import { listPeople } from '#features/people/operations.server.ts';
import type { Scene, Stage } from './stage.ts';

const IN_ASK = 12;
const answers = ['introduced', 'not-now', 'introduced', 'passed-on', 'not-now'] as const;

/** One question to twelve people of one's circle, and what five of them answered. */
function circle(stage: Stage, themeId: string, connectorIds: ReadonlyMap<string, string>): Scene[] {
	let askId = '';
	const askedIds: string[] = [];
	let introductionId = '';
	return [
		{
			at: stage.instant(33, '09:00'),
			play: async () => {
				askId = (await stage.do(beginAsk, { themeId })).id;
				const { people } = await stage.do(listPeople, { limit: IN_ASK });
				for (const { id: personId } of people) {
					const { id } = await stage.do(addToAsk, { askId, personId });
					await stage.do(markAsked, { id });
					askedIds.push(id);
				}
			}
		},
		...answers.map((answer, index) => ({
			at: stage.instant(31 - index, '13:30'),
			play: () => stage.do(noteAskAnswer, { id: askedIds[index] ?? '', answer })
		})),
		{
			at: stage.instant(4, '10:45'),
			play: async () => {
				const connectorId = connectorIds.get('Karin Ekblad') ?? '';
				const offered = await stage.do(offerIntroduction, {
					askId,
					themeId,
					connectorId,
					name: 'Noémie Castaing',
					about: 'Edits a cooking quarterly from a former bakery',
					country: 'France'
				});
				introductionId = offered.id;
			}
		},
		{ at: stage.instant(0, '07:00'), play: () => stage.do(markAgreed, { id: introductionId }) }
	];
}

/** A school that connected one with its alumni. */
function school(stage: Stage, themeId: string): Scene[] {
	let id = '';
	return [
		{
			at: stage.instant(52, '11:00'),
			play: async () => {
				const added = await stage.do(addSchool, {
					themeId,
					name: 'Norrhamn School of Documentation',
					training: 'Eight weekends of technical writing'
				});
				id = added.id;
				await stage.do(markSchoolAsked, { id });
			}
		},
		{ at: stage.instant(50, '15:00'), play: () => stage.do(markSchoolAnswered, { id }) },
		{ at: stage.instant(49, '09:00'), play: () => stage.do(markSchoolConnected, { id }) }
	];
}

/** An evening of an association, with four people met and two still to be written to. */
function evening(stage: Stage, themeId: string): Scene[] {
	let eventId = '';
	const met: string[] = [];
	return [
		{
			at: stage.instant(20, '10:00'),
			play: async () => {
				const added = await stage.do(addEvent, {
					themeId,
					title: 'The editors’ evening',
					onDay: stage.day(3),
					place: 'The reading room at Järntorget',
					lookFor: 'Whoever edits features, and somebody who left',
					openingLine: 'What did you say no to this week?'
				});
				eventId = added.id;
				await stage.do(markGuestAsked, { id: eventId });
			}
		},
		{
			at: stage.instant(17, '10:00'),
			play: () => stage.do(markInvited, { id: eventId })
		},
		{
			at: stage.instant(3, '20:30'),
			play: async () => {
				await stage.do(attendEvent, { id: eventId });
				for (const [name, note] of [
					['Callum Firth', 'Runs the standards desk'],
					['Annelie Brobäck', 'Left for a publisher, misses the noise'],
					['Jussi Hietala', 'Photographs, knows every editor'],
					['Marta Oliveri', 'Edits a school paper']
				] as const) {
					met.push((await stage.do(meetPerson, { eventId, name, note })).id);
				}
			}
		},
		{
			at: stage.instant(2, '09:00'),
			play: async () => {
				for (const id of met.slice(2)) await stage.do(letBe, { id });
			}
		}
	];
}

/** What happens in the three channels beside the interviews. */
export function introducing(
	stage: Stage,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): Scene[] {
	const [editing = '', writing = ''] = themeIds;
	return [
		...circle(stage, editing, connectorIds),
		...school(stage, writing),
		...evening(stage, editing)
	];
}
