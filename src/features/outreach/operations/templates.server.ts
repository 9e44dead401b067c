import { z } from 'zod';
import { missing } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { usual } from '../reads/fill.server.ts';
import { openPlaceholders, placeholders } from '../rules/template.ts';
import { body, channel, purpose, subject, template } from '../schemas.ts';
import * as store from '../store.server.ts';

const which = { purpose: purpose.default('request'), channel };

const aboutWording = (of: { purpose: string; channel: string }) => {
	return { kind: 'template', id: `${of.purpose}/${of.channel}` };
};

/**
 * The template from which drafts are made, the explorer's own or the default one, with explanations of
 * its placeholders.
 */
export const getTemplate = operation({
	name: 'templates.get',
	http: { verb: 'GET', path: '/templates/{purpose}/{channel}' },
	summary: 'Get the template that a draft starts from',
	effect: 'read',
	input: z.object(which),
	output: template,
	example: { purpose: 'request', channel: 'network' },
	run: async ({ scope }, input) => {
		const own = await store.templateOf(scope, input.purpose, input.channel);
		const { subject, body } = own ?? usual(input.purpose, input.channel);
		const ours = usual(input.purpose, input.channel);
		const used = openPlaceholders(`${ours.subject} ${ours.body}`);
		return {
			purpose: input.purpose,
			channel: input.channel,
			subject,
			body,
			own: own ? ('yours' as const) : ('ours' as const),
			placeholders: placeholders.filter(({ name }) => used.includes(name))
		};
	}
});

/** Saves the explorer's own template for a purpose and channel, from which later drafts are made. */
export const writeTemplate = operation({
	name: 'templates.write',
	http: { verb: 'PUT', path: '/templates/{purpose}/{channel}' },
	summary: 'Save your own template for a channel',
	effect: 'write',
	input: z.object({
		...which,
		subject: subject.trim().min(1, 'Write a subject of three to six words.'),
		body: body.trim().min(1, 'Write the message in your own words.')
	}),
	output: z.object({}),
	example: {
		purpose: 'request',
		channel: 'network',
		subject: '{{minutes}} minutes about {{theme}}',
		body: 'Hello {{partner}}, {{connection}}.'
	},
	said: 'Saved. New drafts start from this template',
	run: async ({ scope, now, record }, input) => {
		const kept = { ...input, body: input.body.replaceAll('\r\n', '\n'), now };
		await store.writeTemplate(scope, kept);
		record({ verb: 'templates.written', about: aboutWording(input) });
		return {};
	}
});

/**
 * Deletes the explorer's own template; later drafts are made from the default one.
 * @refuses `wording.missing` when there is none
 */
export const resetTemplate = operation({
	name: 'templates.reset',
	http: { verb: 'DELETE', path: '/templates/{purpose}/{channel}' },
	summary: 'Reset a channel to the default template',
	effect: 'write',
	input: z.object(which),
	output: z.object({}),
	example: { purpose: 'request', channel: 'network' },
	said: 'Reset. New drafts start from the default template',
	run: async ({ scope, record }, input) => {
		const gone = await store.removeTemplate(scope, input.purpose, input.channel);
		if (gone === 0) throw missing('wording');
		record({ verb: 'templates.reset', about: aboutWording(input) });
		return {};
	}
});
