import { getTranslations } from 'next-intl/server'
import type { FormWords } from '@/components/event-files/describe-part'
import { sayPath } from '@/components/event-files/say-path'
import type { SaidDoubt } from '@/components/event-files/standing-box'
import type { Language } from '@/lib/dates'
import type { Doubt } from '@/lib/event-files/check-before-publishing'
import { sayWritten } from '@/lib/event-files/rules'
import type { EventFile } from '@/lib/event-files/schema'

/** What the checks noticed, in sentences; places of a text are called what the forms call them. */
export async function sayDoubts(doubts: Doubt[], file: EventFile, language: Language): Promise<SaidDoubt[]> {
  const t = await getTranslations('settings.checks')
  const words = (await getTranslations('eventForm')) as unknown as FormWords
  return doubts.map(({ word, isFatal, title, at }) => ({
    isFatal,
    sentence: t(word, {
      title: word === 'secret' ? sayPath(title, file, words, language) : title,
      at: sayWritten(at, file.timezone, language),
    }),
  }))
}
