import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { invitationOf } from './reads/invitation.server.ts';
import { wallTimeAt } from './rules/wall-time.ts';
import type { Meeting } from './store.server.ts';
import { hardName, meetingWith, parties } from '#tests/support/invitations.ts';

/**
 * Checks invitations with other calendar programs: khal and python-icalendar, both from Debian
 * (`apt-get install khal python3-icalendar`).
 */
const khal = '/usr/bin/khal';
const python = '/usr/bin/python3';

let folder = '';
beforeAll(() => {
	const have = (run: () => unknown): boolean => {
		try {
			run();
			return true;
		} catch {
			return false;
		}
	};
	const missing = [
		existsSync(khal) ? '' : 'khal',
		have(() => execFileSync(python, ['-c', 'import icalendar'], { stdio: 'ignore' }))
			? ''
			: 'python3-icalendar'
	].filter(Boolean);
	if (missing.length > 0) {
		throw new Error(
			`The readers of invitations are missing. Install them: apt-get install -y ${missing.join(' ')}`
		);
	}
	folder = mkdtempSync(join(tmpdir(), 'imago-readers-'));
	mkdirSync(join(folder, 'talks'));
	writeFileSync(
		join(folder, 'config'),
		`[calendars]
[[talks]]
path = ${join(folder, 'talks')}
type = calendar
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:%S
longdatetimeformat = %Y-%m-%dT%H:%M:%S
`
	);
});
afterAll(() => {
	if (folder) rmSync(folder, { recursive: true, force: true });
});

interface Read {
	uid: string;
	begin: string;
	end: string;
	summary: string;
	description: string;
	location: string;
	status: string;
}

const between = '\u001f';
const fields = ['uid', 'start-long-full', 'end-long-full', 'title', 'description', 'location'];

function write(meeting: Meeting, partner: string): string {
	const file = join(folder, 'talk.ics');
	writeFileSync(file, invitationOf(meeting, 'mine', { ...parties, partner }).text);
	return file;
}

function runKhal(...args: string[]): string {
	return execFileSync(khal, ['-c', join(folder, 'config'), ...args], { encoding: 'utf8' });
}

/** Parses a line of khal, which is configured to print begin and end in UTC. */
function fromKhal(output: string): Read {
	const [
		uid = '',
		begin = '',
		end = '',
		summary = '',
		description = '',
		location = '',
		status = ''
	] = output.split(between);
	const instant = (said: string): string => `${said}.000Z`;
	const said = { summary, description, location: location.trim(), status: status.trim() };
	return { uid, begin: instant(begin), end: instant(end), ...said };
}

const format = [...fields, 'status'].map((field) => `{${field}}`).join(between);

function readWithKhal(meeting: Meeting, partner: string): Read {
	const output = runKhal('printics', '--format', format, write(meeting, partner));
	return fromKhal(output.slice(output.indexOf('\n') + 1));
}

const script = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
(event,) = calendar.walk('VEVENT')
instant = lambda name: event.decoded(name).strftime('%Y-%m-%dT%H:%M:%S.000Z')
utc = all(event.decoded(name).utcoffset().total_seconds() == 0 for name in ('dtstart', 'dtend', 'dtstamp'))
print(json.dumps({'method': calendar['method'], 'sequence': event['sequence'], 'stamp': instant('dtstamp'),
  'utc': utc, 'uid': event['uid'], 'begin': instant('dtstart'), 'end': instant('dtend'),
  'summary': event['summary'], 'description': event['description'],
  'location': event.get('location', ''), 'status': event['status']}))
`;

function readWithPython(meeting: Meeting, partner: string) {
	const output = execFileSync(python, ['-c', script, write(meeting, partner)], {
		encoding: 'utf8'
	});
	return JSON.parse(output) as Read & Record<'method' | 'stamp', string> & { sequence: number };
}

const off = '2026-11-24T08:00:00.000Z';
const meetings: [what: string, meeting: Meeting, partner: string][] = [
	['an ordinary one', meetingWith(), 'Inês Falcato'],
	[
		'one an hour before the clocks jump',
		meetingWith({ startsAt: '2027-03-28T00:59:00.000Z', minutes: 10 }),
		'Inês Falcato'
	],
	[
		'the first of two, over the end of summer time',
		meetingWith({ startsAt: '2026-10-25T00:45:00.000Z', minutes: 30 }),
		'Inês Falcato'
	],
	[
		'the second of two',
		meetingWith({ startsAt: '2026-10-25T01:45:00.000Z', minutes: 30 }),
		'Inês Falcato'
	],
	[
		'one on New Year’s night, in another year there',
		meetingWith({ startsAt: '2026-12-31T23:50:00.000Z', minutes: 20, partnerZone: 'Asia/Tokyo' }),
		'Inês Falcato'
	],
	['one with a hard name', meetingWith({ place: 'Café, 2nd; "back" \\ 🦋\nring twice' }), hardName],
	['a moved one', meetingWith({ sequence: 2, changedAt: off, medium: 'video' }), 'Joan Whitcombe'],
	['a cancelled one', meetingWith({ sequence: 3, changedAt: off, cancelledAt: off }), 'Åsa Ödman']
];

test.each(meetings)('%s reads the same everywhere, to the second', (_, meeting, partner) => {
	const expected = {
		uid: `${meeting.id}@imago`,
		begin: meeting.startsAt,
		end: addMinutes(meeting.startsAt, meeting.minutes),
		summary: `Conversation with ${partner}, ${meeting.minutes} minutes`,
		location: meeting.place,
		status: meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED'
	};
	const byPython = readWithPython(meeting, partner);
	expect(byPython).toMatchObject({
		...expected,
		utc: true,
		method: meeting.cancelledAt ? 'CANCEL' : 'PUBLISH',
		sequence: meeting.sequence,
		stamp: meeting.changedAt
	});
	expect(byPython.description).toContain(`${meeting.minutes} minutes by`);
	expect(readWithKhal(meeting, partner)).toMatchObject(expected);
});

test('a calendar updates the existing entry and has no duplicate', () => {
	const shown = ['uid', 'start-long-full', 'status'].map((field) => `{${field}}`).join('|');
	const listed = (): string[][] =>
		runKhal('list', '--day-format', '', '--format', shown, '2026-11-01', '60d')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => line.split('|').map((part) => part.trim()));
	const versions = [
		meetingWith(),
		meetingWith({ sequence: 1, startsAt: '2026-12-03T09:30:00.000Z', minutes: 30 }),
		meetingWith({ sequence: 2, startsAt: '2026-12-03T09:30:00.000Z', cancelledAt: off })
	];
	for (const version of versions) {
		runKhal('import', '--batch', '-a', 'talks', write(version, 'Inês Falcato'));
		const begin = version.startsAt.replace('.000Z', '');
		const status = version.cancelledAt ? 'CANCELLED' : 'CONFIRMED';
		expect(listed()).toEqual([[`${version.id}@imago`, begin, status]]);
	}
});

test('the readers’ own zones show what both agreed on', () => {
	const { begin } = readWithKhal(meetingWith(), 'Inês Falcato');
	expect(wallTimeAt(begin, 'Europe/Stockholm')).toBe('2026-12-01T16:00');
	expect(wallTimeAt(begin, 'Europe/Lisbon')).toBe('2026-12-01T15:00');
});
