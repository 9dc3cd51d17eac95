import { useLocale, useTranslations } from 'next-intl'
import { Bar } from '@/components/ui/bar'
import { Count } from '@/components/ui/bar-table'
import { Table } from '@/components/ui/table'
import { presenceWords } from '@/lib/attendees/schema'
import type { DayFigures } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import { attendeesHref } from './attendees-href'

type PresenceDaysProps = { slug: string; days: string[]; figures: DayFigures }

/** Confirmed people on each day of the event: who comes, and who takes part from afar. */
export function PresenceDays({ slug, days, figures }: PresenceDaysProps) {
  const t = useTranslations('organizer')
  const language = useLocale() as Language
  const count = (day: string, word: (typeof presenceWords)[number]) =>
    figures.find((one) => one.day === day && one.presence === word)?.people ?? 0
  const ways = presenceWords.filter(
    (word) => word !== 'activity_only' || days.some((day) => count(day, word) > 0),
  )
  const most = Math.max(0, ...days.map((day) => ways.reduce((sum, word) => sum + count(day, word), 0)))
  return (
    <Table
      caption={t('overview.presence')}
      columns={[
        {
          key: 'day',
          header: t('overview.day'),
          primary: true,
          className: 'w-3/5',
          cell: (day: string) => (
            <>
              {sayDate(day, language)}
              <Bar
                className="mt-1.5"
                parts={ways.map((word, at) => ({ key: word, value: count(day, word), isPale: at > 0 }))}
                whole={most}
              />
            </>
          ),
        },
        ...ways.map((word) => ({
          key: word,
          header: t(`presence.${word}`),
          numeric: true,
          cell: (day: string) => (
            <Count
              href={attendeesHref(slug, { status: 'confirmed', day, presence: word })}
              value={count(day, word)}
            />
          ),
        })),
      ]}
      rowKey={(day) => day}
      rows={days}
    />
  )
}
