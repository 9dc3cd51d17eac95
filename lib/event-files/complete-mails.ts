import 'server-only'
import type { Reminder } from '../events/schema'
import { unknownPlaceholders } from '../mail/put-own-words'
import { type MailKind, type MailText, mailKinds } from '../mail/schema'
import type { Context } from './check-entries'
import type { FileMails, FileReminder } from './mail-words'

const longestDays = 365

/** One spelling for one moment (`48h` is `2d`), and never two mails at the same. */
export function completeReminders(context: Context, written: FileReminder[]): FileReminder[] {
  const seen = new Set<number>()
  return written.map(({ kind, before }, index) => {
    const hours = hoursOf(before)
    const at = ['reminders', index, 'before']
    if (hours > longestDays * 24) context.refuse(at, 'more_than_a_year', { before })
    if (seen.has(hours)) context.refuse(at, 'reminder_twice', { before })
    seen.add(hours)
    return { kind, before: beforeOf(hours) }
  })
}

/** Own words name only what their kind of mail knows; what is empty is not there. */
export function completeMails(context: Context, written: FileMails): FileMails {
  const entries = mailTextsOf(written)
  for (const { kind, language, subject, opening } of entries) {
    const allowed = mailKinds[kind as MailKind]
    for (const [name, text] of Object.entries({ subject, opening })) {
      const [unknown] = unknownPlaceholders(text ?? '', allowed)
      const known = allowed.map((word) => `{${word}}`).join(', ')
      if (unknown)
        context.refuse(['mails', kind, language, name], 'unknown_placeholder', { word: unknown, known })
    }
  }
  return composeMails(entries)
}

export function composeMails(texts: MailText[]): FileMails {
  const mails: FileMails = {}
  for (const kind of Object.keys(mailKinds) as MailKind[]) {
    for (const { language, subject, opening } of texts.filter((text) => text.kind === kind)) {
      mails[kind] = {
        ...mails[kind],
        [language]: { ...(subject !== null && { subject }), ...(opening !== null && { opening }) },
      }
    }
  }
  return mails
}

export const mailTextsOf = (mails: FileMails): MailText[] =>
  Object.entries(mails).flatMap(([kind, inLanguages]) =>
    (['en', 'de'] as const).flatMap((language) => {
      const { subject = null, opening = null } = inLanguages?.[language] ?? {}
      return subject === null && opening === null ? [] : [{ kind, language, subject, opening }]
    }),
  )

export const remindersOf = (reminders: FileReminder[]): Reminder[] =>
  reminders.map(({ kind, before }) => ({ kind, hoursBefore: hoursOf(before) }))

export const composeReminders = (reminders: Reminder[]): FileReminder[] =>
  reminders.map(({ kind, hoursBefore }) => ({ kind, before: beforeOf(hoursBefore) }))

const hoursOf = (before: string) => Number(before.slice(0, -1)) * (before.endsWith('d') ? 24 : 1)

const beforeOf = (hours: number) => (hours % 24 === 0 ? `${hours / 24}d` : `${hours}h`)
