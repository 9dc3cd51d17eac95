import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayShortDay, sayTime } from '@/lib/dates'
import { type NamesById, pathInHouse, pathOfThing, sayDeed, sayDetails } from '@/lib/history/rules'
import type { HistoryLine } from '@/lib/history/schema'

type HistoryTableProps = {
  /** Whose desk this is; null for the house's own rooms. */
  slug: string | null
  lines: HistoryLine[]
  names: NamesById
  timezone: string
  language: Language
}

/** One sentence a line, with what else is known of it, and the way to the thing it is about. */
export function HistoryTable({ slug, lines, names, timezone, language }: HistoryTableProps) {
  const t = useTranslations('history.page')
  const moment = (at: Date) =>
    `${sayShortDay(at, timezone, language)} ${year(at)}, ${sayTime(at, timezone, language)}`
  const year = (at: Date) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: timezone }).format(at)
  return (
    <Table
      caption={t('table')}
      columns={[
        {
          key: 'what',
          header: t('what'),
          primary: true,
          className: 'wrap-anywhere sm:min-w-72',
          cell: (line) => (
            <>
              <span className="block font-medium">
                <bdi>{sayDeed(line, names, language)}</bdi>
              </span>
              <Details details={sayDetails(line, language)} />
              <time
                className="mt-0.5 block font-normal text-muted text-sm tabular-nums sm:hidden"
                dateTime={line.at.toISOString()}
              >
                {moment(line.at)}
              </time>
            </>
          ),
        },
        {
          key: 'when',
          header: t('when'),
          className: 'whitespace-nowrap tabular-nums',
          wide: true,
          cell: ({ at }) => <time dateTime={at.toISOString()}>{moment(at)}</time>,
        },
        {
          key: 'thing',
          header: t('thing'),
          className: 'whitespace-nowrap',
          cell: (line) => {
            const atDesk = pathOfThing(line)
            const desk = atDesk === null ? null : `/organizer/${slug}${atDesk}`
            const path = slug === null ? pathInHouse(line) : desk
            const word = `${slug === null ? 'showInHouse' : 'show'}.${line.subject}` as const
            return (
              path !== null &&
              t.has(word as 'show.event') && <TextLink href={path}>{t(word as 'show.event')}</TextLink>
            )
          },
        },
      ]}
      rowKey={({ id }) => id}
      rows={lines}
    />
  )
}

function Details({ details }: { details: string[] }) {
  return details.map((detail) => (
    <span className="mt-0.5 line-clamp-3 block break-words font-normal text-muted text-sm" key={detail}>
      {detail}
    </span>
  ))
}
