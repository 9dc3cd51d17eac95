import { useTranslations } from 'next-intl'
import { sayDate } from '@/lib/dates'
import type { CallOff } from '@/lib/hotels/schema'
import type { Language } from '@/lib/languages'
import { type Fact, Facts } from '../ui/facts'
import { TextLink } from '../ui/text-link'

type CallOffNoteProps = { callOff: CallOff; language: Language }

/** A room that is kept and that its person books: until when, where, and with which word. */
export function CallOffNote({ callOff, language }: CallOffNoteProps) {
  const t = useTranslations('my.room')
  const { hotel, keyword, link, releaseOn } = callOff
  const facts: Fact[] = [
    ...(keyword
      ? [{ key: 'keyword', term: t('keyword'), value: <span className="font-mono">{keyword}</span> }]
      : []),
    ...(link
      ? [
          {
            key: 'link',
            term: t('bookAt'),
            value: (
              <TextLink className="break-all" href={link}>
                {link}
              </TextLink>
            ),
          },
        ]
      : []),
  ]
  return (
    <div className="space-y-3">
      <p>
        {releaseOn
          ? t('callOffUntil', { hotel, date: sayDate(releaseOn, language) })
          : t('callOff', { hotel })}
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
    </div>
  )
}
