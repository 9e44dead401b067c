import { type Refusal, found, refuseInvalid } from '#kernel/refusal.ts';
import {
	organizationCalled,
	organizationOfKind
} from '#features/people/reads/organizations.server.ts';
import { addOrganization } from '#features/people/writes/organizations.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import type { Context } from '#server/perform.ts';
import type { Channel } from '#method/channels.ts';
import type * as store from '../store.server.ts';

export interface ChannelDetails {
	channel: Channel;
	connectorId?: string | null | undefined;
	organizationId?: string | null | undefined;
	organizationName?: string | undefined;
}

/**
 * Resolves connector and organization: a connector only in the channel `network`, a school or
 * association only in its own channel; what does not belong to the channel is dropped.
 * @throws Refusal `person.missing`, `organization.missing`, `interviews.connector-is-partner`
 */
export async function channelDetailsFor(
	context: Context,
	personId: string,
	route: ChannelDetails
): Promise<{ connectorId: string | null; organizationId: string | null }> {
	const nobody = { connectorId: null, organizationId: null };
	if (route.channel === 'direct') return nobody;
	if (route.channel === 'network') {
		if (!route.connectorId) return nobody;
		if (route.connectorId === personId) throw connectorIsPartner();
		const connector = found(await personNamed(context.scope, route.connectorId), 'person');
		return { ...nobody, connectorId: connector.id };
	}
	return { ...nobody, organizationId: await organizationFor(context, route.channel, route) };
}

/** Whether an interview has this channel, connector and organization; creates nothing. */
export async function hasChannelDetails(
	context: Context,
	planned: store.Interview,
	route: ChannelDetails
): Promise<boolean> {
	if (planned.channel !== route.channel) return false;
	if (route.channel === 'direct') return true;
	if (route.channel === 'network') return planned.connectorId === (route.connectorId ?? null);
	if (!route.organizationName) return planned.organizationId === (route.organizationId ?? null);
	const named = await organizationCalled(context.scope, route.channel, route.organizationName);
	return named !== undefined && named.id === planned.organizationId;
}

/** Finds a school or association by id or name; creates it when the name is new. */
async function organizationFor(
	context: Context,
	kind: 'school' | 'association',
	{ organizationId, organizationName = '' }: ChannelDetails
): Promise<string | null> {
	if (organizationName) {
		const known = await organizationCalled(context.scope, kind, organizationName);
		return (known ?? (await addOrganization(context, { name: organizationName, kind }))).id;
	}
	if (!organizationId) return null;
	return found(await organizationOfKind(context.scope, kind, organizationId), 'organization').id;
}

function connectorIsPartner(): Refusal {
	return refuseInvalid(
		'interviews.connector-is-partner',
		'The connector and the partner cannot be the same person. Choose someone who knows you both, or no connector.',
		'connectorId'
	);
}
