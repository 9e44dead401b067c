interface Row {
	id: number;
	name: string;
	company: string;
	position: string;
}

/** Fifty rows as long as those of an address book, made anew for each request. */
export function load(): { rows: Row[] } {
	const rows = Array.from({ length: 50 }, (_, index) => ({
		id: index,
		name: `Mara Lindholm ${index}`,
		company: 'Lantern Publishing House',
		position: 'Senior Commissioning Editor'
	}));
	return { rows };
}
