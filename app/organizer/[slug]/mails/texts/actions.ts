'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { now } from '@/lib/clock'
import { getEventFor } from '@/lib/events/queries'
import { languages } from '@/lib/languages'
import { findWordsOf } from '@/lib/mail/list-mail-texts'
import { unknownPlaceholders } from '@/lib/mail/put-own-words'
import { stateOfWords } from '@/lib/mail/rules'
import { saveOwnWords } from '@/lib/mail/save-own-words'
import {
  type MailKind,
  mailKinds,
  type OwnWordProblem,
  type OwnWordsByLanguage,
  ownWordLimits,
  ownWordsInput,
} from '@/lib/mail/schema'
import { openDeskToAct } from '../../open-desk'

export async function saveWords(
  slug: string,
  kind: MailKind,
  _: FormState,
  data: FormData,
): Promise<FormState> {
  const key = await openDeskToAct(slug, `/mails/texts?kind=${kind}`)
  if (!Object.hasOwn(mailKinds, kind)) notFound()
  const { languages: spoken } = await getEventFor(key)
  const values = readValues(data)
  const { wanted, fieldErrors } = await readWords(kind, spoken, values)
  if (Object.keys(fieldErrors).length > 0) return { values, fieldErrors }
  const saved = await saveOwnWords(key, kind, wanted, values.seen?.[0] ?? '')
  const at = now().getTime().toString(36)
  if (saved.ok) redirect(`/organizer/${slug}/mails/texts?kind=${kind}&saved=${at}`)
  const t = await getTranslations('mail.texts')
  const stored = await findWordsOf(key, kind)
  return {
    values: { ...values, seen: [stateOfWords(stored)] },
    fieldErrors: theirWords(wanted, stored, (text) => (text ? t('theirs', { text }) : t('theirsEmpty'))),
    formError: t('changed'),
  }
}

const fields = ['subject', 'opening'] as const

async function readWords(kind: MailKind, spoken: string[], values: Record<string, string[]>) {
  const t = await getTranslations('mail.texts')
  const wanted: OwnWordsByLanguage = {}
  const fieldErrors: Record<string, string> = {}
  for (const { code } of languages.filter((one) => spoken.includes(one.code))) {
    const typed = (field: string) => values[`${field}.${code}`]?.[0] ?? ''
    const read = ownWordsInput.safeParse({ subject: typed('subject'), opening: typed('opening') })
    if (read.success) wanted[code] = read.data
    for (const field of fields) {
      const sentences = {
        too_long: t('tooLong', { max: ownWordLimits[field] }),
        unreadable: t(field === 'subject' ? 'oneLine' : 'unreadable'),
      } satisfies Record<OwnWordProblem, string>
      const problem = read.error?.issues.find(({ path }) => path[0] === field)?.message as OwnWordProblem
      const [unknown] = unknownPlaceholders(typed(field), mailKinds[kind])
      if (problem) fieldErrors[`${field}.${code}`] = sentences[problem]
      else if (unknown)
        fieldErrors[`${field}.${code}`] = t('unknown', {
          word: unknown,
          known: mailKinds[kind].map((word) => `{${word}}`).join(', '),
        })
    }
  }
  return { wanted, fieldErrors }
}

/** Under each field that now says something else, what that is. */
const theirWords = (
  wanted: OwnWordsByLanguage,
  stored: OwnWordsByLanguage,
  say: (text: string | null) => string,
) =>
  Object.fromEntries(
    languages.flatMap(({ code }) =>
      fields.flatMap((field) => {
        const theirs = stored[code]?.[field] ?? null
        return wanted[code] && wanted[code][field] !== theirs ? [[`${field}.${code}`, say(theirs)]] : []
      }),
    ),
  )
