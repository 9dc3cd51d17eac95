import 'server-only'
import type { Language } from '../dates'
import { db, type Transaction } from '../db/client'
import type { OrganizerKey } from '../keys'
import { wordsOf } from './rules'
import type { MailText, OwnWords, OwnWordsByLanguage } from './schema'

/** Public: all own words of one event; they name nobody. */
export async function listMailTexts(tx: Transaction, eventId: string): Promise<MailText[]> {
  const rows = await tx.mailText.findMany({
    where: { eventId },
    orderBy: [{ kind: 'asc' }, { language: 'asc' }],
  })
  return rows.map(({ kind, language, subject, opening }) => ({
    kind,
    language: language as Language,
    subject,
    opening,
  }))
}

/** What the event says itself in this kind and language; null where it leaves everything to the house. */
export async function findOwnWords(
  key: { eventId: string },
  kind: string,
  language: Language,
): Promise<OwnWords | null> {
  const texts = await listMailTexts(db(), key.eventId)
  return texts.find((text) => text.kind === kind && text.language === language) ?? null
}

/** The same in every language, as one state. */
export async function findWordsOf(key: OrganizerKey, kind: string): Promise<OwnWordsByLanguage> {
  const texts = await listMailTexts(db(), key.eventId)
  return wordsOf(texts, kind)
}
