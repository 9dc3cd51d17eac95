import { useTranslations } from 'next-intl'
import { WalkInWay } from './door/walk-in-way'

/** The way in for whoever is on no list. */
export function WalkInLink({ slug }: { slug: string }) {
  const t = useTranslations('checkIn.walkIn')
  return (
    <p className="px-4 pb-4 sm:px-8">
      <WalkInWay href={`/check-in/${slug}/walk-in`} label={t('link')} />
    </p>
  )
}
