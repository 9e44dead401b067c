import type { Channel } from '#method/channels.ts';
import type { Template } from './template.ts';

const subject = '{{minutes}} minutes about {{theme}}';

/** Default templates of requests, by channel; explorers can replace them (method.md section 3). */
export const requestTemplates: Readonly<Record<Channel, Template>> = {
	network: {
		subject,
		body: `Hello {{partner}},

{{connection}}. I am exploring {{theme}}, and I thought of you because {{why you}}.

Would you have {{minutes}} minutes for me {{medium}}, in {{week}}? I would love to hear {{goal}}. You choose the day and the time. I will fit around you and finish on time.

I am not asking for a job, only to learn from what you know. If it does not suit you, a short no is perfectly fine.

Kind regards,
{{me}}`
	},
	school: {
		subject,
		body: `Dear {{partner}},

{{connection}}. I am considering training as a way into {{theme}}, and I thought of you because {{why you}}.

Would you have {{minutes}} minutes for me {{medium}}, in {{week}}? I would like to hear how your training serves you in your work now, and {{goal}}. You choose the day and the time, and I will arrange the rest.

I am not asking for a job or for help with an application. If it does not suit you, a short no is perfectly fine.

Kind regards,
{{me}}`
	},
	association: {
		subject,
		body: `Dear {{partner}},

{{connection}}. I came as a guest because I am exploring {{theme}}, and I thought of you because {{why you}}.

Would you have {{minutes}} minutes for me {{medium}}, in {{week}}? There was no quiet moment to ask you {{goal}}, and I would love to hear it from you. You choose the day and the time, and I will finish on time.

I am not asking for a job. If you would rather not, a short no is perfectly fine.

Kind regards,
{{me}}`
	},
	direct: {
		subject,
		body: `Dear {{partner}},

{{connection}}. I am exploring {{theme}} before I decide whether to make it my work, and I thought of you because {{why you}}.

Would you have {{minutes}} minutes for me {{medium}}, in {{week}}? I would like to hear {{goal}}, which you know from your own work and I cannot read anywhere. You choose the day and the time, and I will fit around you.

I am not asking for a job. If it does not suit you, a short no is perfectly fine.

Kind regards,
{{me}}`
	}
};

/** Default template of the follow-up: short, one request, with an easy way to decline (method.md section 3). */
export const followUpTemplate: Template = {
	subject: 'Following up: {{minutes}} minutes about {{theme}}',
	body: `Hello {{partner}},

I wrote to you on {{asked on}} and asked for {{minutes}} minutes {{medium}} about {{theme}}. It may have reached you in a busy week.

I would still love to hear {{goal}}. Any day in {{week}} or later is fine with me, and you choose the time.

If it does not suit you, a short no is perfectly fine. If you prefer not to reply, that is fine too, and I will not write again.

Kind regards,
{{me}}`
};
