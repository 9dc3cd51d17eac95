'use server'

import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { draftRefusal, textProblem } from '@/components/group-mails/group-mail-sentences'
import { filterQuery } from '@/components/organizer/attendees-href'
import type { FormState } from '@/components/ui/form/form-state'
import { readValues } from '@/lib/action'
import { readFilter } from '@/lib/attendees/rules'
import { now } from '@/lib/clock'
import { getEventFor } from '@/lib/events/queries'
import { findGroupMail } from '@/lib/group-mails/queries'
import { type FoundProblem, findProblems } from '@/lib/group-mails/rules'
import { saveDraft } from '@/lib/group-mails/save-draft'
import { type GroupTexts, groupTextInput, type TextProblem } from '@/lib/group-mails/schema'
import { isId } from '@/lib/ids'
import { languages } from '@/lib/languages'
import { openDeskToAct } from '../../open-desk'

/** Keeps what was typed; a draft may be unfinished, what is looked at before it goes out may not. */
export async function keepMessage(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const key = await openDeskToAct(slug, '/mails/write')
  const t = await getTranslations('groupMails')
  const values = readValues(data)
  const one = (name: string) => values[name]?.[0] ?? ''
  const id = one('id')
  if (!isId(id)) notFound()
  const { languages: spoken } = await getEventFor(key)
  const { texts, problems } = readTexts(spoken, one)
  const wrong = one('intent') === 'keep' || problems.length > 0 ? problems : findProblems(texts)
  if (wrong.length > 0)
    return { values, fieldErrors: Object.fromEntries(wrong.map((each) => [each.at, textProblem(t, each)])) }
  const draft = {
    id,
    texts,
    filter: filterQuery(readFilter(one('filter'))),
    isAboutEvent: one('about') !== 'news',
  }
  const kept = await saveDraft(key, draft, Number(one('version')) || null)
  const at = now().getTime().toString(36)
  if (kept.ok)
    redirect(
      `/organizer/${slug}/mails/${one('intent') === 'keep' ? `write?message=${id}&kept=${at}` : `groups/${id}`}`,
    )
  const theirs = kept.refusal === 'changed_meanwhile' ? await findGroupMail(key, id) : null
  return {
    values: { ...values, ...(theirs && { version: [String(theirs.version)] }) },
    fieldErrors: theirs ? theirWords(texts, theirs.texts, (text) => t('write.theirs', { text })) : {},
    formError: draftRefusal(t, kept.refusal),
  }
}

function readTexts(spoken: string[], typed: (name: string) => string) {
  const texts: GroupTexts = {}
  const problems: FoundProblem[] = []
  for (const { code } of languages.filter((one) => spoken.includes(one.code))) {
    const said = { subject: typed(`subject.${code}`), text: typed(`text.${code}`) }
    const read = groupTextInput.safeParse(said)
    texts[code] = read.data ?? said
    for (const { path, message } of read.error?.issues ?? [])
      problems.push({ at: `${String(path[0])}.${code}`, problem: message as TextProblem })
  }
  return { texts, problems }
}

/** Under each field that now says something else, what that is. */
const theirWords = (mine: GroupTexts, theirs: GroupTexts, say: (text: string) => string) =>
  Object.fromEntries(
    languages.flatMap(({ code }) =>
      (['subject', 'text'] as const).flatMap((part) => {
        const [own = '', other = ''] = [mine[code]?.[part], theirs[code]?.[part]]
        return own !== other && mine[code] ? [[`${part}.${code}`, say(other || '–')]] : []
      }),
    ),
  )
