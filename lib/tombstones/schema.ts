/** What can be erased for good: a person by themselves, or one kind of thing of an event by its date. */
export type Tombstone = { kind: string; subjectId: string; erasedAt: Date }
