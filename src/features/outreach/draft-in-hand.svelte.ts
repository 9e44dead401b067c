/** The text as it is being written, shared by the sheet and the check beside it. */
export class DraftInHand {
	subject = $state('');
	body = $state('');

	constructor(subject: string, body: string) {
		this.subject = subject;
		this.body = body;
	}
}
