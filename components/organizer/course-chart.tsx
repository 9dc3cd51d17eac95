import { useLocale, useTranslations } from 'next-intl'
import { Count } from '@/components/ui/bar-table'
import { ColumnChart } from '@/components/ui/column-chart'
import { LineChart } from '@/components/ui/line-chart'
import { Table } from '@/components/ui/table'
import type { Course, Stretch } from '@/lib/dashboards/schema'
import { type Language, sayDate } from '@/lib/dates'
import { attendeesHref } from './attendees-href'
import { ChartFigure } from './chart-figure'

type CourseChartProps = { slug: string; course: Course; lastTitle: string | null }

/** What came in day by day (or week by week) and in all, beside the last edition as many days before it. */
export function CourseChart({ slug, course: { step, stretches }, lastTitle }: CourseChartProps) {
  const t = useTranslations('organizer.overview')
  const language = useLocale() as Language
  const say = ({ from, to }: Stretch) =>
    from === to
      ? sayDate(to, language)
      : t('fromTo', { from: sayDate(from, language), to: sayDate(to, language) })
  const href = ({ from, to }: Stretch) => attendeesHref(slug, { from, to })
  const most = Math.max(0, ...stretches.flatMap(({ people, theirs }) => [people ?? 0, theirs]))
  const mostInAll = Math.max(0, ...stretches.flatMap(({ total, theirTotal }) => [total ?? 0, theirTotal]))
  const ends = [say(stretches[0]!), say(stretches.at(-1)!)] as const
  const shown = stretches.filter(({ people, theirs }) => people || theirs).toReversed()
  return (
    <div className="space-y-4">
      <div className="grid gap-6 xl:grid-cols-2">
        <ChartFigure
          ends={ends}
          lastTitle={lastTitle}
          most={most}
          title={t(step === 1 ? 'perDay' : 'perWeek')}
        >
          <ColumnChart
            columns={stretches.map((stretch) => ({
              key: stretch.to,
              value: stretch.people,
              beside: stretch.theirs,
              title: `${say(stretch)}: ${stretch.people ?? '–'}`,
              href: stretch.people ? href(stretch) : undefined,
            }))}
            most={most}
          />
        </ChartFigure>
        <ChartFigure ends={ends} lastTitle={lastTitle} most={mostInAll} title={t('inAll')}>
          <LineChart
            lines={[
              ...(lastTitle
                ? [{ key: 'theirs', values: stretches.map(({ theirTotal }) => theirTotal), isPale: true }]
                : []),
              { key: 'ours', values: stretches.map(({ total }) => total) },
            ]}
            most={mostInAll}
          />
        </ChartFigure>
      </div>
      <details data-print="open">
        <summary className="font-medium text-accent-text">{t('asTable')}</summary>
        <div className="mt-3">
          <Table
            caption={t('course')}
            columns={[
              { key: 'when', header: t('when'), cell: say, primary: true },
              { key: 'before', header: t('before'), numeric: true, cell: ({ before }: Stretch) => before },
              {
                key: 'people',
                header: t('registrations'),
                numeric: true,
                cell: (stretch: Stretch) =>
                  stretch.people === null ? '–' : <Count href={href(stretch)} value={stretch.people} />,
              },
              { key: 'total', header: t('total'), numeric: true, cell: ({ total }: Stretch) => total ?? '–' },
              ...(lastTitle
                ? [
                    {
                      key: 'theirs',
                      header: t('theirs', { title: lastTitle }),
                      numeric: true,
                      cell: ({ theirs }: Stretch) => theirs,
                    },
                    {
                      key: 'theirTotal',
                      header: t('theirTotal'),
                      numeric: true,
                      cell: ({ theirTotal }: Stretch) => theirTotal,
                    },
                  ]
                : []),
            ]}
            rowKey={({ to }) => to}
            rows={shown}
          />
        </div>
      </details>
    </div>
  )
}
