import { useTranslations } from 'next-intl'
import { sayAnswer } from '@/components/questions/say-answer'
import { NoCameraMark } from '@/components/ui/no-camera-mark'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import {
  type AttendeeColumn,
  type AttendeeFilter,
  type AttendeeRow,
  type AttendeeSort,
  sortWords,
} from '@/lib/attendees/schema'
import { type Language, sayDate, sayShortDay, sayTime } from '@/lib/dates'
import { labelOf } from '@/lib/questions/rules'
import type { QuestionView } from '@/lib/questions/schema'
import { attendeesHref } from './attendees-href'
import { TickPerson } from './choose-many'
import { StatusTag } from './status-tag'

type AttendeeTableProps = {
  slug: string
  rows: AttendeeRow[]
  columns: AttendeeColumn[]
  questions: QuestionView[]
  filter: AttendeeFilter
  timezone: string
  language: Language
}

/** The people of one page with the chosen columns; each head puts them in its order. */
export function AttendeeTable({ slug, rows, columns, questions, filter, ...zone }: AttendeeTableProps) {
  const t = useTranslations('organizer')
  const cells = useCells(zone.timezone, zone.language, questions)
  const sort = (column: AttendeeSort) => sortOf(slug, filter, column)
  return (
    <Table
      caption={t('rooms.attendees')}
      columns={[
        {
          key: 'tick',
          header: <span className="sr-only">{t('many.act')}</span>,
          cell: (row) => <TickPerson id={row.id} name={row.name} />,
          className: 'w-0 print:hidden',
        },
        {
          key: 'name',
          header: t('list.name'),
          cell: (row) => <bdi>{row.name}</bdi>,
          primary: true,
          sort: sort('name'),
        },
        ...columns.flatMap((key): Column<AttendeeRow>[] => {
          const found = cells(key)
          const isSorted = key.startsWith('answer.') || sortWords.some((word) => word === key)
          return found ? [{ key, ...found, ...(isSorted && { sort: sort(key as AttendeeSort) }) }] : []
        }),
      ]}
      rowHref={(row) => `/organizer/${slug}/attendees/${row.id}`}
      rowKey={(row) => row.id}
      rows={rows}
    />
  )
}

/** What a column is called: one of ours, or a question in the reader's language. */
export function useColumnName(questions: QuestionView[], language: Language) {
  const t = useTranslations('organizer.list.columns')
  return (column: AttendeeColumn): string | null => {
    if (!isAnswer(column)) return t(column)
    const question = questions.find(({ key }) => `answer.${key}` === column)
    return question ? labelOf(question, language) : null
  }
}

type OwnColumn = Exclude<AttendeeColumn, `answer.${string}`>
const isAnswer = (column: AttendeeColumn): column is `answer.${string}` => column.startsWith('answer.')

function useCells(timezone: string, language: Language, questions: QuestionView[]) {
  const t = useTranslations('organizer')
  const words = useTranslations('questions')
  const nameOf = useColumnName(questions, language)
  const moment = (at: Date) => `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)}`
  const dates = (list: string[]) => list.map((day) => sayDate(day, language)).join(', ')
  const short: Partial<Record<OwnColumn, true>> = { status: true, photo: true, presence: true, code: true }
  const cells: Record<OwnColumn, Column<AttendeeRow>['cell']> = {
    status: (row) => <StatusTag status={row.status} />,
    photo: (row) => row.photo === 'no_camera' && <NoCameraMark label={t('photo.no_camera')} />,
    presence: (row) => t(`presence.${row.presence}`),
    organization: (row) => row.organization && <bdi>{row.organization}</bdi>,
    registered_at: (row) => moment(row.registeredAt),
    arrived: (row) => row.arrivedAt && moment(row.arrivedAt),
    email: (row) => row.email,
    code: (row) => <span className="font-mono">{row.code}</span>,
    days: (row) => dates(row.days),
    activities: (row) => row.activities.join(', '),
    meals: (row) => row.meals.join('; '),
    diet: (row) => row.diet.map((word) => t(`diet.${word}`)).join(', '),
    room: (row) => row.room && `${row.room.name}: ${t(`filter.room.${row.room.state}`)}`,
    nights: (row) => row.room && row.room.state !== 'released' && dates(row.room.nights),
    language: (row) => t(`language.${row.language === 'de' ? 'de' : 'en'}`),
    source: (row) => t(`source.${row.source}`),
    listed: (row) => t(row.isListed ? 'filter.yesNo.yes' : 'filter.yesNo.no'),
    tags: (row) => (
      <span className="flex flex-wrap gap-1">
        {row.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </span>
    ),
  }
  return (column: AttendeeColumn): Omit<Column<AttendeeRow>, 'key'> | null => {
    const header = nameOf(column)
    if (header === null) return null
    if (!isAnswer(column)) {
      const isShort = short[column] || column === 'registered_at' || column === 'arrived'
      return { header, cell: cells[column], className: isShort ? 'whitespace-nowrap' : '' }
    }
    const question = questions.find(({ key }) => `answer.${key}` === column)!
    const cell = ({ answers }: AttendeeRow) => {
      const value = answers[question.key]
      return value === undefined ? null : <bdi>{sayAnswer(question, value, language, words)}</bdi>
    }
    return { header: <bdi>{header}</bdi>, cell }
  }
}

function sortOf(slug: string, filter: AttendeeFilter, sort: AttendeeSort): Column<AttendeeRow>['sort'] {
  const isNow = filter.sort === sort
  const way = filter.way ?? (filter.sort === 'registered_at' ? 'desc' : 'asc')
  const other = isNow && way === 'asc' ? 'desc' : 'asc'
  return {
    href: attendeesHref(slug, { ...filter, sort, way: other, after: undefined, before: undefined }),
    ...(isNow && { now: way === 'asc' ? ('ascending' as const) : ('descending' as const) }),
  }
}
