import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'

type NobodyYetProps = {
  slug: string
  isDraft: boolean
  /** Set while registration is not open; the moment in words. */
  opens?: string
  closed?: string
}

/** An overview without anybody, and what would change that. */
export function NobodyYet({ slug, isDraft, opens, closed }: NobodyYetProps) {
  const t = useTranslations('organizer.overview')
  const address = `/events/${slug}`
  return (
    <EmptyState title={t('nobodyTitle')}>
      {isDraft ? (
        <p>{t('nobodyDraft')}</p>
      ) : (
        <>
          {opens && <p>{t('nobodyOpens', { moment: opens })}</p>}
          {closed && <p>{t('nobodyClosed', { moment: closed })}</p>}
          {!closed && (
            <p>
              {t('nobodyShare')} <TextLink href={address}>{address}</TextLink>
            </p>
          )}
        </>
      )}
    </EmptyState>
  )
}
