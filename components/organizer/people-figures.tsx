import { useTranslations } from 'next-intl'
import { BarTable } from '@/components/ui/bar-table'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { type AskedFilter, presenceWords, statuses } from '@/lib/attendees/schema'
import type { PeopleFigures as Figures } from '@/lib/dashboards/schema'
import { attendeesHref } from './attendees-href'
import { FigureGrid } from './figure-grid'

type PeopleFiguresProps = { slug: string; figures: Figures }

/** Who registered and how they take part, each number a list of those people, and the states beside each other. */
export function PeopleFigures({ slug, figures }: PeopleFiguresProps) {
  const t = useTranslations('organizer')
  const { status, confirmed } = figures
  const everybody = Object.values(status).reduce((sum, count) => sum + count, 0)
  const registered = everybody - status.cancelled
  const link = (filter: AskedFilter) => attendeesHref(slug, filter)
  const ways = presenceWords.filter((word) => word !== 'activity_only' || confirmed[word] > 0)
  const decisions = (['waitlisted', 'pending_approval', 'unverified'] as const).filter(
    (word) => status[word] > 0,
  )
  return (
    <div className="space-y-4">
      <FigureGrid>
        <FigureSentence
          figure={registered}
          href={link({ status: 'live' })}
          sentence={t('figures.registered', { count: registered })}
        />
        <FigureSentence
          figure={status.confirmed}
          href={link({ status: 'confirmed' })}
          sentence={t('figures.confirmed', { count: status.confirmed })}
        />
        {ways.map((word) => (
          <FigureSentence
            figure={confirmed[word]}
            href={link({ status: 'confirmed', presence: word })}
            key={word}
            sentence={t(`figures.${word}`, { count: confirmed[word] })}
          />
        ))}
        {decisions.map((word) => (
          <FigureSentence
            figure={status[word]}
            href={link({ status: word })}
            key={word}
            sentence={t(`figures.${word}`, { count: status[word] })}
          />
        ))}
      </FigureGrid>
      <BarTable
        caption={t('overview.states')}
        labelHeader={t('overview.state')}
        rows={statuses.map((word) => ({
          key: word,
          label: t(`status.${word}`),
          value: status[word],
          href: link({ status: word }),
        }))}
        valueHeader={t('overview.registrations')}
        whole={everybody}
      />
    </div>
  )
}
