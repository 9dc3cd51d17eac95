import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'

/** A list without anybody, and what to do about it. */
export function NobodyHere({ slug, isNarrowed }: { slug: string; isNarrowed: boolean }) {
  const t = useTranslations('organizer')
  return (
    <EmptyState title={isNarrowed ? t('list.nobodyFits') : t('list.nobodyYet')}>
      {isNarrowed ? (
        <p>{t('list.fewerWords')}</p>
      ) : (
        <p>
          {t('list.sendTheLink')} <TextLink href={`/events/${slug}`}>{t('rooms.publicPage')}</TextLink>
        </p>
      )}
    </EmptyState>
  )
}
