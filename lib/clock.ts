/** The present instant. Rules take it as an argument; only edges and verbs ask. */
export const now = (): Date => new Date()
