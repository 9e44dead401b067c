import { z } from 'zod';
import { addHours } from '#kernel/clock.ts';
import { outreachIsOpen } from '#features/clarity/reads/readiness.server.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { broughtPartnersOf } from '../rules/brought-partners.ts';
import { rateOf, rateText } from '../rules/rates.ts';
import { daysOfWeek, ledeText, successText } from '../rules/success.ts';
import { warmestFirst } from '../rules/warmth.ts';
import { channels, type Channel } from '#method/channels.ts';
import { connectorId, introduction, network, rates, themeId } from '../schemas.ts';
import * as store from '../store.server.ts';
import { toIntroductionRequest, toIntroductionView } from '../reads/views.server.ts';

/**
 * The own network: connectors with the partners they brought, the latest introduction requests, open introductions, and
 * progress towards the goal of the week (method 2).
 */
export const listIntroductions = operation({
	name: 'introductions.list',
	http: { verb: 'GET', path: '/introductions' },
	summary: 'View who introduced you to whom, your introduction requests and open introductions',
	effect: 'read',
	input: z.object({}),
	output: network,
	example: {},
	run: async ({ scope, now }) => {
		const through = await store.partnersThrough(scope);
		const open = await store.openIntroductions(scope);
		const requests = await store.latestRequests(scope);
		const counts = await store.countThrough(scope);
		const countries = await store.offeredSince(scope, addHours(now, -24 * daysOfWeek));
		const [lapsed] = await store.lapsedCount(scope);
		return {
			lede: ledeText(counts.partners, counts.connectors),
			success: successText(countries.map(({ country }) => country)),
			connectors: broughtPartnersOf(through, open),
			morePartners: Math.max(0, counts.partners - through.length),
			introductionRequests: requests.map(toIntroductionRequest),
			introductions: open.map(toIntroductionView),
			lapsed: lapsed?.count ?? 0,
			outreachIsOpen: await outreachIsOpen(scope, now)
		};
	}
});

/**
 * Introductions, newest first, in pages, including those that led to an interview or lapsed.
 * @refuses `introductions.cursor`
 */
export const findIntroductions = operation({
	name: 'introductions.find',
	http: { verb: 'GET', path: '/introductions/find' },
	summary: 'Find introductions by theme, connector or state',
	effect: 'read',
	input: z.object({
		themeId: themeId.optional(),
		connectorId: connectorId.optional(),
		state: z
			.enum(['open', 'led', 'lapsed'], { error: 'An introduction is open, led or lapsed.' })
			.optional(),
		...pageFields
	}),
	output: z.object({ introductions: z.array(introduction), nextCursor }),
	example: { state: 'open' },
	run: async ({ scope }, { limit, cursor, ...wanted }) => {
		const page = await store.pageOfIntroductions(scope, wanted, { limit, cursor });
		return { introductions: page.rows.map(toIntroductionView), nextCursor: page.nextCursor };
	}
});

const none = { asked: 0, agreed: 0, held: 0, open: 0 };

/**
 * Counts and acceptance rate of each channel: asked, agreed, held, and the expected share of yes with
 * its central 80 % range (method 2), from the warmest channel to the coldest.
 */
export const getRates = operation({
	name: 'introductions.rates',
	http: { verb: 'GET', path: '/introductions/rates' },
	summary: 'View your results in each channel',
	effect: 'read',
	input: z.object({}),
	output: rates,
	example: {},
	run: async ({ scope }) => {
		const rows = await store.channelCounts(scope);
		const channelRates = channels.map((channel) => {
			const { asked, agreed, held, open } = rows.find((each) => each.channel === channel) ?? none;
			const counts = { asked, agreed, held, open };
			const rate = rateOf(channel, counts);
			return { channel, ...counts, ...rate, words: rateText(rate) };
		});
		const means = Object.fromEntries(channelRates.map(({ channel, mean }) => [channel, mean]));
		const order = warmestFirst(means as Record<Channel, number>, await store.confidenceOf(scope));
		return {
			channels: channelRates.toSorted(
				(one, other) => order.indexOf(one.channel) - order.indexOf(other.channel)
			),
			asked: channelRates.reduce((sum, rate) => sum + rate.asked, 0),
			open: await store.openCounts(scope)
		};
	}
});
