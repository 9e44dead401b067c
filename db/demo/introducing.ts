import {
	addEvent,
	addSchool,
	addRecipient,
	attendEvent,
	draftIntroductionRequest,
	skipFollowUp,
	markAgreed,
	markAsked,
	markGuestAsked,
	markInvited,
	markSchoolAnswered,
	markSchoolAsked,
	markSchoolConnected,
	meetPerson,
	noteRecipientAnswer,
	offerIntroduction
} from '#features/introductions/operations.server.ts';
import { listPeople } from '#features/people/operations.server.ts';
import type { DemoStep, DemoRun } from './demo-run.ts';

const RECIPIENTS = 12;
const answers = ['introduced', 'not-now', 'introduced', 'passed-on', 'not-now'] as const;

/** The steps of an introduction request to twelve people, with the answers of five. */
function requestSteps(
	demo: DemoRun,
	themeId: string,
	connectorIds: ReadonlyMap<string, string>
): DemoStep[] {
	let requestId = '';
	const recipientIds: string[] = [];
	let introductionId = '';
	return [
		{
			at: demo.instant(33, '09:00'),
			run: async () => {
				requestId = (await demo.do(draftIntroductionRequest, { themeId })).id;
				const { people } = await demo.do(listPeople, { limit: RECIPIENTS });
				for (const { id: personId } of people) {
					const { id } = await demo.do(addRecipient, { requestId, personId });
					await demo.do(markAsked, { id });
					recipientIds.push(id);
				}
			}
		},
		...answers.map((answer, index) => ({
			at: demo.instant(31 - index, '13:30'),
			run: () => demo.do(noteRecipientAnswer, { id: recipientIds[index] ?? '', answer })
		})),
		{
			at: demo.instant(4, '10:45'),
			run: async () => {
				const connectorId = connectorIds.get('Karin Ekblad') ?? '';
				const offered = await demo.do(offerIntroduction, {
					requestId,
					themeId,
					connectorId,
					name: 'Noémie Castaing',
					about: 'Edits a cooking quarterly from a former bakery',
					country: 'France'
				});
				introductionId = offered.id;
			}
		},
		{ at: demo.instant(0, '07:00'), run: () => demo.do(markAgreed, { id: introductionId }) }
	];
}

/** The steps of a school that connected the explorer with its alumni. */
function schoolSteps(demo: DemoRun, themeId: string): DemoStep[] {
	let id = '';
	return [
		{
			at: demo.instant(52, '11:00'),
			run: async () => {
				const added = await demo.do(addSchool, {
					themeId,
					name: 'Norrhamn School of Documentation',
					training: 'Eight weekends of technical writing'
				});
				id = added.id;
				await demo.do(markSchoolAsked, { id });
			}
		},
		{ at: demo.instant(50, '15:00'), run: () => demo.do(markSchoolAnswered, { id }) },
		{ at: demo.instant(49, '09:00'), run: () => demo.do(markSchoolConnected, { id }) }
	];
}

/** The steps of an event of an association, with four people met and two follow-ups open. */
function eventSteps(demo: DemoRun, themeId: string): DemoStep[] {
	let eventId = '';
	const met: string[] = [];
	return [
		{
			at: demo.instant(20, '10:00'),
			run: async () => {
				const added = await demo.do(addEvent, {
					themeId,
					title: 'The editors’ evening',
					onDay: demo.day(3),
					place: 'The reading room at Järntorget',
					lookFor: 'Whoever edits features, and somebody who left',
					openingLine: 'What did you say no to this week?'
				});
				eventId = added.id;
				await demo.do(markGuestAsked, { id: eventId });
			}
		},
		{
			at: demo.instant(17, '10:00'),
			run: () => demo.do(markInvited, { id: eventId })
		},
		{
			at: demo.instant(3, '20:30'),
			run: async () => {
				await demo.do(attendEvent, { id: eventId });
				for (const [name, note] of [
					['Callum Firth', 'Runs the standards desk'],
					['Annelie Brobäck', 'Left for a publisher, misses the noise'],
					['Jussi Hietala', 'Photographs, knows every editor'],
					['Marta Oliveri', 'Edits a school paper']
				] as const) {
					met.push((await demo.do(meetPerson, { eventId, name, note })).id);
				}
			}
		},
		{
			at: demo.instant(2, '09:00'),
			run: async () => {
				for (const id of met.slice(2)) await demo.do(skipFollowUp, { id });
			}
		}
	];
}

/** The steps in the three channels other than the interviews. */
export function introducing(
	demo: DemoRun,
	themeIds: readonly string[],
	connectorIds: ReadonlyMap<string, string>
): DemoStep[] {
	const [editing = '', writing = ''] = themeIds;
	return [
		...requestSteps(demo, editing, connectorIds),
		...schoolSteps(demo, writing),
		...eventSteps(demo, editing)
	];
}
