import type { CadenceFacts } from '#features/outreach/rules/waiting-cadence.ts';
import type { NextTask } from '#features/clarity/rules/finding.ts';
import type { Verdict } from '#features/clarity/rules/readiness.ts';
import type { Day, Instant } from '#kernel/clock.ts';
import type { When } from '#method/interview-facts.ts';
import type { Stage } from '#method/stage.ts';

export interface MeetingFacts {
	startsAt: Instant;
	/** agreed length */
	minutes: number;
	medium: 'phone' | 'in-person' | 'video';
	/** IANA zone of the partner, where it is known */
	partnerZone?: string | null | undefined;
}

/** How far a brief is, see `briefParts`; read for talks that are near. */
export interface BriefProgress {
	done: number;
	total: number;
	/** the first thing that misses, a sentence without its full stop; empty when complete */
	miss: string;
}

/** One interview as Today reads it. */
export interface TodayInterview {
	id: string;
	personName: string;
	themeTitle: string;
	themeSeat?: number | null | undefined;
	/** who the partner is: position, company, place */
	line?: string | undefined;
	stage: Stage;
	/** the partner must not be contacted (method 2) */
	mustNotBeContacted?: boolean | undefined;
	/** the theme has no seat now, so nobody is asked about it */
	themeRests?: boolean | undefined;
	/** when it came to this stage */
	since: Instant;
	goals: number;
	/** research on the partner, their organization and the field */
	sources: number;
	/** those that say what they answer; left out: all of them do */
	answeringSources?: number | undefined;
	answeredAt?: When;
	heldAt?: When;
	/** a connector brought the partner, who said yes at that instant */
	introduction?: { connector: string; agreedAt: Instant } | undefined;
	/** the day the explorer planned the next step for */
	nextStepOn?: Day | undefined;
	cadence?: CadenceFacts | undefined;
	meeting?: MeetingFacts | undefined;
	/** the talk began and has not ended: since when, and for how many minutes in all */
	underWay?: { since: Instant; minutes: number } | undefined;
	brief?: BriefProgress | undefined;
	/** the connector of a held talk was neither thanked nor told */
	thankConnector?: boolean | undefined;
	/** the talk was held and thanked for, and nothing that was learned is noted */
	nothingLearned?: boolean | undefined;
	/** when partner or connector are due to hear what came of the talk */
	tellOn?: Day | undefined;
	/** who is due then: left out both, or the partner where nobody introduced */
	tellWhom?: 'partner' | 'partner-again' | 'connector' | undefined;
}

/** An import that cannot go on by itself. */
export interface TodayImport {
	id: string;
	/** the file's name */
	name: string;
	state: 'preview' | 'stopped';
	/** entries read so far, and in all */
	done: number;
	total: number;
	since: Instant;
}

export interface TodayFacts {
	now: Instant;
	/** IANA zone of the explorer */
	zone: string;
	readiness: { verdict: Verdict; nextTask: NextTask; outreach: 'open' | 'closed' };
	/** the explorer opened outreach with a reason although it is too soon */
	overridden: boolean;
	/** people in the address book */
	people: number;
	interviews: readonly TodayInterview[];
	/** requests that wait for an answer */
	waiting: number;
	imports: readonly TodayImport[];
	/** who was introduced and not written to yet (method 2: within a day) */
	introduced?: readonly { id: string; name: string; connector: string; agreedAt: Instant }[];
	/** events of associations: ahead, or with people met whom nobody wrote to yet */
	events?: readonly { id: string; title: string; onDay: Day; met: number; left: number }[];
	/** decisions whose day to look again has come */
	decided?: readonly { id: string; themeId: string; title: string; lookAgainOn: Day }[];
	/** programs that nothing arrives at, and since when */
	failingWebhooks?: readonly { id: string; host: string; since: Instant }[];
	parked: readonly { id: string; title: string; parkedOn: Day; lookAgainOn?: Day | undefined }[];
	/** the season rests from and up to these days, both included */
	pause?: { from: Day; until: Day } | undefined;
}
