/** What a verb answers: the value it made, or one snake_case word for why it would not. */
export type Result<T, R extends string> = { ok: true; value: T } | { ok: false; refusal: R }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refused = <R extends string>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })
