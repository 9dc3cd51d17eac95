import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { type Language, sayMoment } from '@/lib/dates'
import { type ExportList, exportFormats, type LastExport, mostOnPdf } from '@/lib/exports/schema'

type ListCardProps = {
  slug: string
  list: ExportList
  /** What it is, where the usual sentence does not fit. */
  text?: string
  columns: readonly string[]
  /** How many rows it has now; null where there is no file yet. */
  rows: number | null
  /** The filter as the address says it, for lists that take one. */
  query?: string
  last?: LastExport & { who: string }
  timezone: string
  language: Language
  children?: ReactNode
}

/** One list: what is in it, for whom, in which formats, and who took it last. */
export function ListCard({ slug, list, columns, rows, query = '', last, ...card }: ListCardProps) {
  const t = useTranslations('organizer.exports')
  const isTooLong = rows !== null && rows > mostOnPdf
  const formats = exportFormats.filter((format) => format !== 'pdf' || !isTooLong)
  return (
    <article
      aria-labelledby={`list-${list}`}
      className="flex flex-col gap-4 rounded border border-line bg-surface p-5"
      id={list}
    >
      <div>
        <p className="text-muted text-sm">{t(`lists.${list}.for`)}</p>
        <h2 className="text-xl" id={`list-${list}`}>
          {t(`lists.${list}.title`)}
        </h2>
        <p className="mt-1 max-w-[60ch]">{card.text ?? t(`lists.${list}.text`)}</p>
      </div>
      {rows !== null && (
        <p className="font-semibold">
          {list === 'no-camera' ? t('stickerCount', { count: rows }) : t('rowCount', { count: rows })}
        </p>
      )}
      {card.children}
      {rows !== null && (
        <ul className="flex flex-wrap gap-2">
          {formats.map((format) => (
            <li key={format}>
              <LinkButton
                aria-label={`${t(`lists.${list}.title`)}: ${t(format)}`}
                download={format === 'print' ? undefined : true}
                href={`/organizer/${slug}/exports/${list}.${format}${query && `?${query}`}`}
                document
              >
                {t(`formats.${format}`)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {isTooLong && <p className="text-muted text-sm">{t('tooManyForPdf', { most: mostOnPdf })}</p>}
      <div className="mt-auto space-y-1 border-line border-t pt-3 text-muted text-sm">
        <p>
          {last
            ? t(last.filter ? 'lastWith' : 'lastBy', {
                who: last.who,
                when: sayMoment(last.at, card.timezone, card.language),
                format: t(`formats.${last.format}`),
                count: last.rows,
                filter: last.filter ?? '',
              })
            : t('never')}
        </p>
        <details>
          <summary className="min-h-6 cursor-pointer">{t('contentsOf', { count: columns.length })}</summary>
          <code className="break-words">{columns.join(', ')}</code>
        </details>
      </div>
    </article>
  )
}
