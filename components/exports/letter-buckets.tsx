import { useTranslations } from 'next-intl'
import { groupRows } from '@/lib/exports/rules'
import type { Paper } from '@/lib/exports/schema'
import { ScrollBox } from './scroll-box'

/** Everybody under their first letter, with a box to tick; who arrived already has a tick in it. */
export function LetterBuckets({
  paper: { columns, headings, rows },
  noCamera,
  title,
}: {
  paper: Paper
  noCamera: string
  title: string
}) {
  const t = useTranslations('organizer.exports.paper')
  const at = (row: string[], column: string) => row[columns.indexOf(column)] ?? ''
  const buckets = groupRows(rows, (row) => at(row, 'letter'))
  const list = Array.from(buckets, ([letter, people]) => (
    <section className="mb-6" key={letter}>
      <table className="w-full min-w-[44rem] table-fixed print:min-w-0 border-collapse text-left">
        <caption className="border-ink border-b-2 pb-1 text-left font-bold text-2xl">{letter}</caption>
        <colgroup>
          <col className="w-12" />
          <col />
          <col />
          <col className="w-44" />
          <col className="w-36" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{headings[columns.indexOf('arrived_at')]}</span>
            </th>
            {['name', 'organization', 'code', 'photo'].map((column) => (
              <th key={column} scope="col">
                <span className="sr-only">{headings[columns.indexOf(column)]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((row) => (
            <tr className="border-line border-b" key={at(row, 'code')}>
              <td className="py-2">
                <span className="flex size-6 items-center justify-center border-2 border-ink font-bold">
                  {at(row, 'arrived_at') && t('box')}
                </span>
              </td>
              <th className="break-words py-2 pr-3 font-semibold text-lg print:text-[11pt]" scope="row">
                <bdi>{at(row, 'name')}</bdi>
              </th>
              <td className="break-words py-2 pr-3">
                <bdi>{at(row, 'organization')}</bdi>
              </td>
              <td className="py-2 pr-3 font-mono text-sm">{at(row, 'code')}</td>
              <td className="py-2 font-semibold">{at(row, 'photo') === noCamera && noCamera}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
  return <ScrollBox label={title}>{list}</ScrollBox>
}
