import type { MailFacts } from './schema'

/** The mail that says where somebody stands now: what is on offer to them comes first. */
export function mailOfNow(facts: MailFacts): { kind: string; facts: MailFacts } {
  const news = facts.claims.filter(({ offeredUntil }) => offeredUntil)
  return news.length > 0 ? { kind: 'offered', facts: { ...facts, news } } : { kind: facts.status, facts }
}
