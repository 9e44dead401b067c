interface Row {
	id: number;
	name: string;
	company: string;
	position: string;
}

/** Fifty rows of the size of an address book, created per request. */
export function load(): { rows: Row[] } {
	const rows = Array.from({ length: 50 }, (_, index) => ({
		id: index,
		name: `Mara Lindholm ${index}`,
		company: 'Lantern Publishing House',
		position: 'Senior Commissioning Editor'
	}));
	return { rows };
}
