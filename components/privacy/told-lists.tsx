import { useTranslations } from 'next-intl'
import { sayDay } from '@/lib/dates'
import type { HandoutView } from '@/lib/handouts/schema'
import type { Language } from '@/lib/languages'

type ToldListsProps = { handouts: HandoutView[]; timezone: string; language: Language }

/** Lists that are out there with somebody on them who was erased since: which row, and who has to be told. */
export function ToldLists({ handouts, timezone, language }: ToldListsProps) {
  const t = useTranslations('privacyDesk')
  const touched = handouts.filter(({ erasedRows }) => erasedRows.length > 0)
  if (touched.length === 0) return <p className="text-muted">{t('toldEmpty')}</p>
  return (
    <ul className="list-disc space-y-1 pl-5">
      {touched.map(({ id, list, recipient, frozenAt, erasedRows }) => (
        <li key={id}>
          {t('toldLine', {
            list: t(`list.${list}`),
            recipient,
            day: sayDay(frozenAt, timezone, language),
            rows: erasedRows.toSorted((one, other) => one - other).join(', '),
          })}
        </li>
      ))}
    </ul>
  )
}
