import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Special-category data: the page does not even carry it before somebody asks. */
export function Allergies({ href, text }: { href: string; text: string | null }) {
  const t = useTranslations('organizer.allergies')
  return (
    <Notice className="mt-4" title={t('title')} tone="warn">
      <p>{t('note')}</p>
      {text === null ? (
        <LinkButton className="mt-2" href={`${href}?show=allergies#allergies`}>
          {t('show')}
        </LinkButton>
      ) : (
        <p className="whitespace-pre-line font-semibold" id="allergies">
          <bdi>{text}</bdi>
        </p>
      )}
    </Notice>
  )
}
