import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { type ImportView, importFates } from '@/lib/imports/schema'

/** How many rows have which fate; each figure shows its own rows. */
export function ImportCounts({ here, list }: { here: string; list: ImportView }) {
  const t = useTranslations('imports.counts')
  const shown = importFates.filter((fate) => list.counts[fate] > 0)
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {shown.map((fate) => (
        <FigureSentence
          figure={list.counts[fate]}
          href={`${here}?fate=${fate}`}
          key={fate}
          sentence={t(fate, { count: list.counts[fate] })}
        />
      ))}
    </div>
  )
}
