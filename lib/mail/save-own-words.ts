import 'server-only'
import { db, type Transaction } from '../db/client'
import { recordHistory } from '../history/record'
import type { OrganizerKey } from '../keys'
import { languages } from '../languages'
import { ok, type Result, refused } from '../result'
import { listMailTexts } from './list-mail-texts'
import { stateOfWords, wordsOf } from './rules'
import type { MailKind, OwnWordsByLanguage, SaveOwnWordsRefusal } from './schema'

/**
 * Keeps what the event says itself in one kind of mail; a language that is not named stays as it is. `seen` is the
 * state that was on the page (`stateOfWords`): whoever saved other words since then is not overwritten. Saving the
 * same again changes nothing. Waiting mails leave in the new words.
 */
export async function saveOwnWords(
  key: OrganizerKey,
  kind: MailKind,
  wanted: OwnWordsByLanguage,
  seen: string,
): Promise<Result<{ isNew: boolean }, SaveOwnWordsRefusal>> {
  const { eventId, userId } = key
  return await db().$transaction(async (tx) => {
    const stored = await lockWords(tx, eventId, kind)
    const fields = changedFields(stored, wanted)
    if (fields.length === 0) return ok({ isNew: false })
    if (stateOfWords(stored) !== seen) return refused('changed_meanwhile')
    for (const { code } of languages) if (wanted[code]) await keep(tx, eventId, kind, code, wanted[code])
    await recordHistory(tx, {
      eventId,
      actor: { kind: 'user', id: userId },
      act: 'mail_words_saved',
      subject: 'event',
      subjectId: eventId,
      facts: { kind, fields },
    })
    return ok({ isNew: true })
  })
}

// Rows may not be there yet, so the turn is taken on the kind itself.
async function lockWords(tx: Transaction, eventId: string, kind: string): Promise<OwnWordsByLanguage> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail text ${eventId} ${kind}`}, 0))`
  return wordsOf(await listMailTexts(tx, eventId), kind)
}

function changedFields(stored: OwnWordsByLanguage, wanted: OwnWordsByLanguage): string[] {
  return languages.flatMap(({ code }) =>
    (['subject', 'opening'] as const).flatMap((field) =>
      wanted[code] && wanted[code][field] !== (stored[code]?.[field] ?? null) ? [`${code}.${field}`] : [],
    ),
  )
}

async function keep(
  tx: Transaction,
  eventId: string,
  kind: string,
  language: string,
  { subject, opening }: NonNullable<OwnWordsByLanguage['en']>,
) {
  const where = { eventId_kind_language: { eventId, kind, language } }
  if (subject === null && opening === null)
    await tx.mailText.deleteMany({ where: { eventId, kind, language } })
  else
    await tx.mailText.upsert({
      where,
      create: { eventId, kind, language, subject, opening },
      update: { subject, opening },
    })
}
