import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'

/** The way in for whoever is on no list. */
export function WalkInLink({ slug }: { slug: string }) {
  const t = useTranslations('checkIn.walkIn')
  return (
    <p className="px-4 pb-4 sm:px-8">
      <Anchor
        className="flex min-h-16 items-center justify-center rounded border border-line-strong bg-surface px-5 font-semibold text-lg"
        href={`/check-in/${slug}/walk-in`}
      >
        {t('link')}
      </Anchor>
    </p>
  )
}
