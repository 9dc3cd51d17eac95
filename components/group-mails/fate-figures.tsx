import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { type FateCounts, fates } from '@/lib/group-mails/schema'

/** What became of a message so far; each figure shows its own people. */
export function FateFigures({ here, counts }: { here: string; counts: FateCounts }) {
  const t = useTranslations('groupMails.figures')
  const shown = fates.filter((fate) => fate === 'sent' || counts[fate] > 0)
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {shown.map((fate) => (
        <FigureSentence
          figure={counts[fate]}
          href={`${here}?fate=${fate}`}
          key={fate}
          sentence={t(fate, { count: counts[fate] })}
        />
      ))}
    </div>
  )
}
