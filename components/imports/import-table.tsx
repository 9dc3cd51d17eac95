import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Tag, type Tone } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import type { ImportFate, ImportRowView } from '@/lib/imports/schema'
import type { EventOffer } from '@/lib/registrations/schema'
import { rowSentence, targetLabel } from './import-sentences'

type ImportTableProps = { slug: string; rows: ImportRowView[]; offer: EventOffer; language: Language }

const tones: Record<ImportFate, Tone> = {
  unread: 'neutral',
  new: 'good',
  known: 'neutral',
  wrong: 'bad',
  repeated: 'neutral',
  left_out: 'neutral',
  added: 'good',
  in_line: 'wait',
  updated: 'good',
  unchanged: 'neutral',
  skipped: 'neutral',
  refused: 'bad',
}

/** What becomes of each row, by the number that the spreadsheet shows. */
export function ImportTable({ slug, rows, offer, language }: ImportTableProps) {
  const t = useTranslations('imports')
  const register = useTranslations('register')
  return (
    <Table
      caption={t('report')}
      columns={[
        { key: 'row', header: t('row'), cell: ({ row }) => row, numeric: true },
        {
          key: 'name',
          header: t('person'),
          cell: ({ name, registrationId }) =>
            registrationId ? (
              <TextLink href={`/organizer/${slug}/attendees/${registrationId}`}>
                <bdi>{name}</bdi>
              </TextLink>
            ) : (
              <bdi>{name}</bdi>
            ),
        },
        { key: 'email', header: t('targets.email'), cell: ({ email }) => <bdi>{email}</bdi> },
        {
          key: 'fate',
          header: t('fate'),
          cell: ({ fate }) => <Tag tone={tones[fate]}>{t(`fates.${fate}`)}</Tag>,
        },
        {
          key: 'why',
          header: t('why'),
          className: 'min-w-56',
          cell: ({ problems }) =>
            Object.entries(problems).map(([control, problem]) => (
              <p key={control}>
                {control !== 'row' && `${targetLabel(t, control, offer, language)}: `}
                {rowSentence(t, register, problem)}
              </p>
            )),
        },
      ]}
      rowKey={({ row }) => String(row)}
      rows={rows}
    />
  )
}
