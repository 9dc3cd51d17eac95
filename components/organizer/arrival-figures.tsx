import { useLocale, useTranslations } from 'next-intl'
import { BarTable } from '@/components/ui/bar-table'
import { LinkButton } from '@/components/ui/button'
import { FigureSentence } from '@/components/ui/figure-sentence'
import type { DoorCount } from '@/lib/check-in/schema'
import type { HourCount } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import { attendeesHref } from './attendees-href'
import { FigureGrid } from './figure-grid'

type ArrivalFiguresProps = { slug: string; door: DoorCount; hours: HourCount[]; hasLink?: boolean }

/** Who is there, who is still expected, and in which hour they came. */
export function ArrivalFigures({ slug, door, hours, hasLink = false }: ArrivalFiguresProps) {
  const t = useTranslations('organizer')
  const language = useLocale() as Language
  const expected = door.expected - door.arrived
  const isOneDay = new Set(hours.map(({ hour }) => hour.slice(0, 10))).size === 1
  const sayHour = (hour: string) =>
    isOneDay ? `${hour.slice(11)}:00` : `${sayDate(hour.slice(0, 10), language)}, ${hour.slice(11)}:00`
  return (
    <div className="space-y-4">
      <FigureGrid>
        <FigureSentence
          figure={t('figures.of', { count: door.arrived, size: door.expected })}
          href={attendeesHref(slug, { arrived: 'yes' })}
          sentence={t('figures.arrived', { count: door.arrived })}
        />
        <FigureSentence
          figure={expected}
          href={attendeesHref(slug, {
            status: 'confirmed',
            presence: ['on_site', 'activity_only'],
            arrived: 'no',
          })}
          sentence={t('figures.expected', { count: expected })}
        />
      </FigureGrid>
      {hasLink && <LinkButton href={`/organizer/${slug}/arrivals`}>{t('overview.live')}</LinkButton>}
      {hours.length > 0 && (
        <BarTable
          caption={t('overview.arrivedByHour')}
          labelHeader={t('overview.hourFrom')}
          rows={hours.map(({ hour, people }) => ({
            key: hour,
            label: sayHour(hour),
            value: people,
            href: attendeesHref(slug, { arrivedIn: hour }),
          }))}
          valueHeader={t('overview.arrivals')}
        />
      )}
    </div>
  )
}
