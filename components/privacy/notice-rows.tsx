import { useTranslations } from 'next-intl'
import type { NoticeRow } from '@/lib/privacy/schema'

/** What is kept, one thing after the other, for reading on a phone. */
export function NoticeRows({ rows }: { rows: NoticeRow[] }) {
  const t = useTranslations('notice.column')
  return (
    <ul className="divide-y divide-line border-line border-y">
      {rows.map(({ name, field, purpose, basis, seenBy, keep }) => (
        <li className="space-y-1 py-4" key={name}>
          <p className="font-semibold">{field}</p>
          <p className="max-w-[65ch]">{purpose}</p>
          <dl className="grid gap-x-4 text-muted text-sm sm:grid-cols-[8rem_1fr]">
            <dt className="font-medium">{t('seenBy')}</dt>
            <dd className="mb-1 sm:mb-0">{seenBy}</dd>
            <dt className="font-medium">{t('keep')}</dt>
            <dd className="mb-1 sm:mb-0">{keep}</dd>
            <dt className="font-medium">{t('basis')}</dt>
            <dd>{basis}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
