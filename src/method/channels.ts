/** How a partner was found (method 2); `direct` where no channel applies. */
export const channels = ['network', 'school', 'association', 'direct'] as const;
export type Channel = (typeof channels)[number];

export const channelNames: Record<Channel, string> = {
	network: 'Own network',
	school: 'School',
	association: 'Association',
	direct: 'Direct'
};
