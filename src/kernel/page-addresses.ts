import type { EndpointRouteId, PageRouteId } from '$app/types';

/*
 * All addresses of pages are built in this file. Each route is type-checked against the routes in
 * `src/routes`, each anchor against `anchors`. SvelteKit's own `resolve` is in `$app/paths`, which rules
 * and operations must not import; this file takes types only from SvelteKit. `tests/page-addresses.test.ts`
 * refuses addresses that are written elsewhere.
 */
/** A route id without the names of layout groups. */
type Bare<Id> = Id extends `/(${string})${infer Rest}` ? (Rest extends '' ? '/' : Rest) : Id;
type Route = Bare<PageRouteId | EndpointRouteId>;
type WithId = Extract<Route, `${string}[${string}`>;

/** Anchors that links may name: ids of elements, `*` for any suffix. */
export const anchors = {
	'/clarity': ['answers', 'consult', 'lot', 'options', 'self', 'themes', 'seat*', 'r-*', 'add-*'],
	'/decide': ['before', 'decided'],
	'/decide/[theme]': ['against', 'decide', 'decided', 'ladder', 'c-*'],
	'/interviews/[id]/prepare': [
		'answers',
		'goals',
		'mine',
		'questions',
		'script',
		'sources',
		'move-*'
	],
	'/interviews/[id]/reflect': [
		'connector',
		'debrief',
		'learned',
		'one',
		'tell',
		'thank',
		'ways',
		'who'
	],
	'/introductions/associations/[id]': ['met'],
	'/settings': ['keys', 'pauses', 'second-factor', 'webhooks'],
	'/settings/webhooks/[id]': ['sent']
} as const satisfies Partial<Record<Route, readonly string[]>>;

type Stem<Name> = Name extends `${infer Start}*` ? `${Start}${string}` : Name;
/** An anchor of a page that a link may name. */
export type Anchor<Path extends Route> = Path extends keyof typeof anchors
	? Stem<(typeof anchors)[Path][number]>
	: never;

/** Query parameters: a name alone for `true`; empty, null and undefined values are left out. */
type Query = Readonly<Record<string, string | number | true | null | undefined>>;

function to<Path extends Exclude<Route, WithId>>(
	route: Path,
	anchor?: Anchor<Path>,
	query?: Query
): string {
	return route + queryString(query) + fragment(anchor);
}

function at<Path extends WithId>(
	route: Path,
	id: string,
	anchor?: Anchor<Path>,
	query?: Query
): string {
	return route.replace(/\[+\w+\]+/, encodeURIComponent(id)) + queryString(query) + fragment(anchor);
}

/** Values that stand in a query as they are, as ids do: a list has two links for each row. */
const unreserved = /^[\w.-]+$/;

function queryString(query: Query | undefined): string {
	let text = '';
	for (const name in query) {
		const value = query[name];
		if (value === undefined || value === null || value === '') continue;
		text += text === '' ? '?' : '&';
		if (value === true) text += name;
		else if (unreserved.test(String(value))) text += `${name}=${value}`;
		else text += new URLSearchParams([[name, String(value)]]).toString();
	}
	return text;
}

function fragment(anchor: string | undefined): string {
	return anchor ? `#${anchor}` : '';
}

/* One function for each page: its id, an anchor, and query parameters. */
export const todayAddress = () => to('/');
export const clarityAddress = (anchor?: Anchor<'/clarity'>) => to('/clarity', anchor);
export const consultationAddress = () => to('/consultation');

export const peopleAddress = (query?: { words?: string; themeId?: string; cursor?: string }) =>
	to('/people', undefined, query);
export const newPersonAddress = () => to('/people/new');
export const personAddress = (id: string) => at('/people/[id]', id);
export const importsAddress = () => to('/people/import');
export const importAddress = (id: string) => at('/people/import/[id]', id);

export const introductionsAddress = () => to('/introductions');
export const introductionAddress = (id: string) => at('/introductions/[id]', id);
export const newIntroductionAddress = () => to('/introductions/new');
export const introductionRequestAddress = (id: string) => at('/introductions/requests/[id]', id);
export const newIntroductionRequestAddress = () => to('/introductions/requests/new');
export const schoolsAddress = () => to('/introductions/schools');
export const schoolAddress = (id: string) => at('/introductions/schools/[id]', id);
export const newSchoolAddress = () => to('/introductions/schools/new');
export const eventsAddress = () => to('/introductions/associations');
export const eventAddress = (id: string, anchor?: Anchor<'/introductions/associations/[id]'>) =>
	at('/introductions/associations/[id]', id, anchor);
export const newEventAddress = () => to('/introductions/associations/new');

export const interviewsAddress = (query?: { stage?: string; after?: string }) =>
	to('/interviews', undefined, query);
export const newInterviewAddress = (query?: Readonly<Record<string, string>>) =>
	to('/interviews/new', undefined, query);
export const wordingAddress = (query: { channel: string; purpose: string }) =>
	to('/interviews/wording', undefined, query);
export const interviewAddress = (id: string) => at('/interviews/[id]', id);
export const draftAddress = (id: string) => at('/interviews/[id]/draft', id);
export const prepareAddress = (
	id: string,
	anchor?: Anchor<'/interviews/[id]/prepare'>,
	query?: { moved: string }
) => at('/interviews/[id]/prepare', id, anchor, query);
export const agreeAddress = (id: string) => at('/interviews/[id]/agree', id);
export const partnerTimeAddress = (id: string) => at('/interviews/[id]/agree/partner-time', id);
export const invitationAddress = (id: string, query?: { for: 'theirs' }) =>
	at('/interviews/[id]/agree/invitation.ics', id, undefined, query);
export const talkAddress = (id: string) => at('/interviews/[id]/talk', id);
export const talkEventsAddress = (id: string) => at('/interviews/[id]/talk/events', id);
export const reflectAddress = (
	id: string,
	anchor?: Anchor<'/interviews/[id]/reflect'>,
	query?: { step?: string; note?: string; insight?: string }
) => at('/interviews/[id]/reflect', id, anchor, query);
export const debriefAddress = (id: string) => at('/interviews/[id]/reflect/debrief', id);

export const decideAddress = (anchor?: Anchor<'/decide'>) => to('/decide', anchor);
export const decideThemeAddress = (
	id: string,
	anchor?: Anchor<'/decide/[theme]'>,
	query?: { outcome?: string; criterion?: string }
) => at('/decide/[theme]', id, anchor, query);

export const settingsAddress = (anchor?: Anchor<'/settings'>) => to('/settings', anchor);
export const importWorkspaceAddress = () => to('/settings/import-workspace');
export const exportAddress = () => to('/settings/export');
export const secondFactorAddress = () => to('/settings/second-factor');
export const newWebhookAddress = () => to('/settings/webhooks/new');
export const webhookAddress = (
	id: string,
	anchor?: Anchor<'/settings/webhooks/[id]'>,
	query?: { cursor: string }
) => at('/settings/webhooks/[id]', id, anchor, query);

/**
 * The sign-in page. `back`: the page to return to. `again`: a new sign-in is needed although a session
 * exists. The others say what led here.
 */
export const signInPageAddress = (query?: {
	back?: string;
	again?: 1 | undefined;
	invited?: true;
	password?: true;
	ended?: true;
}) => to('/signin', undefined, query);
export const signInCodeAddress = (query: { back: string }) => to('/signin/code', undefined, query);
export const signedOutAddress = (query: { to: string; file?: true | undefined }) =>
	to('/signed-out', undefined, query);
export const beginAddress = (code: string) => at('/begin/[[code]]', code);
export const resetAddress = (code: string) => at('/reset/[code]', code);
export const signOutAddress = () => to('/signout');

export const colourThemeAddress = () => to('/theme');
export const undoAddress = () => to('/undo');
export const findAddress = (query: { words: string }) => to('/find', undefined, query);
