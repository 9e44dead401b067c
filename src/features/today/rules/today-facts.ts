import type { CadenceFacts } from '#features/outreach/rules/waiting-cadence.ts';
import type { NextTask } from '#features/clarity/rules/finding.ts';
import type { Verdict } from '#features/clarity/rules/readiness.ts';
import type { Day, Instant } from '#kernel/clock.ts';
import type { When } from '#method/interview-facts.ts';
import type { Stage } from '#method/stage.ts';

export interface MeetingFacts {
	startsAt: Instant;
	/** agreed length in minutes */
	minutes: number;
	medium: 'phone' | 'in-person' | 'video';
	/** IANA zone of the partner, where it is known */
	partnerZone?: string | null | undefined;
}

/** Progress of a brief, see `briefParts`; read only for talks that are near. */
export interface BriefProgress {
	done: number;
	total: number;
	/** first missing part, a sentence without full stop; empty when complete */
	miss: string;
}

/** An interview as input of the rules. */
export interface TodayInterview {
	id: string;
	personName: string;
	themeTitle: string;
	themeSeat?: number | null | undefined;
	/** the partner's position, company and place */
	line?: string | undefined;
	stage: Stage;
	/** the partner must not be contacted (method 2) */
	mustNotBeContacted?: boolean | undefined;
	/** the theme has no seat, so no request may be sent */
	themeRests?: boolean | undefined;
	/** when it reached this stage */
	since: Instant;
	goals: number;
	/** number of sources on the partner, their organization and the field */
	sources: number;
	/** number of sources with a note of what they answer; all of them if undefined */
	answeringSources?: number | undefined;
	answeredAt?: When;
	heldAt?: When;
	/** a connector introduced the partner, who agreed at this instant */
	introduction?: { connector: string; agreedAt: Instant } | undefined;
	/** date planned by the explorer for the next step */
	nextStepOn?: Day | undefined;
	cadence?: CadenceFacts | undefined;
	meeting?: MeetingFacts | undefined;
	/** a talk that has begun and not ended: since when, and its minutes with extra time */
	underWay?: { since: Instant; minutes: number } | undefined;
	brief?: BriefProgress | undefined;
	/** the connector was neither thanked nor updated after the talk */
	thankConnector?: boolean | undefined;
	/** the talk was thanked for, and nothing learned is noted */
	nothingLearned?: boolean | undefined;
	/** when the update to partner or connector is due */
	tellOn?: Day | undefined;
	/** who is to be updated: both if undefined, the partner without a connector */
	tellWhom?: 'partner' | 'partner-again' | 'connector' | undefined;
}

/** An import that waits for the explorer. */
export interface TodayImport {
	id: string;
	/** the file's name */
	name: string;
	state: 'preview' | 'stopped';
	/** entries read, and in total */
	done: number;
	total: number;
	since: Instant;
}

export interface TodayFacts {
	now: Instant;
	/** IANA zone of the explorer */
	zone: string;
	readiness: { verdict: Verdict; nextTask: NextTask; outreach: 'open' | 'closed' };
	/** an override of the readiness check is in force */
	overridden: boolean;
	/** people in the address book */
	people: number;
	interviews: readonly TodayInterview[];
	/** number of requests without an answer */
	waiting: number;
	imports: readonly TodayImport[];
	/** introduced people not written to yet (method 2: within a day) */
	introduced?: readonly { id: string; name: string; connector: string; agreedAt: Instant }[];
	/** events of associations in the future, or with people met and not written to */
	events?: readonly { id: string; title: string; onDay: Day; met: number; left: number }[];
	/** decisions whose review date has come */
	decided?: readonly { id: string; themeId: string; title: string; lookAgainOn: Day }[];
	/** webhooks that cannot be delivered, and since when */
	failingWebhooks?: readonly { id: string; host: string; since: Instant }[];
	parked: readonly { id: string; title: string; parkedOn: Day; lookAgainOn?: Day | undefined }[];
	/** the pause, first and last day included */
	pause?: { from: Day; until: Day } | undefined;
}
