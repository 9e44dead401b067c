/**
 * What happened, and to what: ids and verbs, never a text, so that erasing a person leaves
 * nothing behind. Timeline, audit and webhooks read from here.
 */
export interface AuditEvent {
	/** operation-like verb in the past, for example `interviews.asked` */
	verb: string;
	/** what it happened to: a table's name in the singular and the id */
	about: { kind: string; id: string };
}
