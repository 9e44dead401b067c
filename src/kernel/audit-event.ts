/**
 * An entry of the event log: a verb and ids, never text, so that erasing a person leaves nothing in it.
 * Timeline, audit and webhooks read it.
 */
export interface AuditEvent {
	/** operation-like verb in the past, for example `interviews.asked` */
	verb: string;
	/** the subject: name of a table in the singular, and an id */
	about: { kind: string; id: string };
}
