import { type Language, languages } from '@/lib/languages'
import { unknownPlaceholders } from '@/lib/mail/put-own-words'
import {
  type GroupMail,
  type GroupTexts,
  groupPlaceholders,
  type Press,
  type PressRefusal,
  type Recipients,
  type TextProblem,
} from './schema'

/** The languages a message is written in, ours first. */
export const writtenIn = (texts: GroupTexts): Language[] =>
  languages.flatMap(({ code }) => (texts[code]?.subject && texts[code]?.text ? [code] : []))

/** In which language somebody gets it: their own where it is written, else the first. */
export function languageFor(texts: GroupTexts, own: string): Language | null {
  const written = writtenIn(texts)
  return written.find((code) => code === own) ?? written[0] ?? null
}

export type FoundProblem = { at: string; problem: TextProblem; word?: string }

/** What keeps a message from going out, by the control it is typed into. */
export function findProblems(texts: GroupTexts): FoundProblem[] {
  const started = languages.filter(({ code }) => texts[code]?.subject || texts[code]?.text)
  const first = Object.keys(texts)[0] ?? languages[0].code
  if (started.length === 0)
    return (['subject', 'text'] as const).map((part) => ({ at: `${part}.${first}`, problem: 'missing' }))
  return started.flatMap(({ code }) =>
    (['subject', 'text'] as const).flatMap((part): FoundProblem[] => {
      const at = `${part}.${code}`
      const typed = texts[code]?.[part] ?? ''
      if (!typed) return [{ at, problem: 'missing' }]
      const [word] = unknownPlaceholders(typed, groupPlaceholders)
      return word ? [{ at, problem: 'unknown_placeholder', word }] : []
    }),
  )
}

/** What a message is called in lists: its first subject. */
export const titleOf = (texts: GroupTexts): string =>
  languages.flatMap(({ code }) => texts[code]?.subject || [])[0] ?? ''

/** The key under which the mail of one person is promised, once and for all. */
export const onceKeyOf = (id: string, registrationId: string): string => `group:${id}:${registrationId}`

const farthest = 366 * 86_400_000

/** Why a message does not go out at that time; `now` is null where no time was chosen. */
export function timeRefusal(sendAt: Date | null, now: Date | null): PressRefusal | null {
  if (!sendAt) return 'unknown_time'
  if (!now) return null
  const ahead = sendAt.getTime() - now.getTime()
  return ahead <= 0 ? 'past' : ahead > farthest ? 'too_far' : null
}

/** Why a draft does not go out as it was seen. */
export function pressRefusal(
  kept: Pick<GroupMail, 'version' | 'texts'>,
  { ids, mark }: Pick<Recipients, 'ids' | 'mark'>,
  seen: Pick<Press, 'version' | 'mark'>,
): PressRefusal | null {
  if (kept.version !== seen.version) return 'changed_meanwhile'
  if (findProblems(kept.texts).length > 0) return 'incomplete'
  if (mark !== seen.mark) return 'group_changed'
  return ids.length === 0 ? 'nobody' : null
}
