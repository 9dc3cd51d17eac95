import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import type { HouseEventRow } from '@/lib/dashboards/schema'

type HouseFiguresProps = {
  people: { people: number; admins: number }
  events: Record<HouseEventRow['status'], number>
}

/** Who and what is in the house; every figure leads to it. */
export function HouseFigures({ people, events }: HouseFiguresProps) {
  const t = useTranslations('admin.overview')
  const figures = [
    { href: '/admin/people', figure: people.people, word: 'people' },
    { href: '/admin/people?only=admins', figure: people.admins, word: 'admins' },
    { href: '/admin/events?status=published', figure: events.published, word: 'published' },
    { href: '/admin/events?status=draft', figure: events.draft, word: 'drafts' },
  ] as const
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {figures.map(({ href, figure, word }) => (
        <FigureSentence
          figure={figure}
          href={href}
          key={word}
          note={word === 'published' && t('cancelled', { count: events.cancelled })}
          sentence={t(word, { count: figure })}
        />
      ))}
    </div>
  )
}
