import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAttendee } from '@/lib/auth/attendee-keys'
import { getOfferFor } from '@/lib/registrations/queries'
import { eraseThis } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('erase.title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function ErasePage({ params }: Props) {
  const key = await requireAttendee((await params).id)
  const [t, { event }] = await Promise.all([getTranslations('change'), getOfferFor(key)])
  return (
    <PublicPage accent={event.accent} width="measure">
      <PageHeading
        above={<TextLink href="/my">{t('back')}</TextLink>}
        note={t('erase.lead')}
        title={t('erase.title')}
      />
      <ul className="mb-8 list-disc space-y-2 pl-5">
        <li>{t('erase.places', { event: event.title })}</li>
        <li>{t('erase.facts')}</li>
        <li>{t('erase.link')}</li>
        <li>{t('erase.told')}</li>
        <li>{t('erase.stays')}</li>
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        <form action={eraseThis}>
          <input name="registration" type="hidden" value={key.registrationId} />
          <ConfirmButton
            cancelLabel={t('erase.keep')}
            confirmLabel={t('erase.confirm')}
            consequence={t('erase.lead')}
            label={t('erase.button')}
            title={t('erase.ask')}
          />
        </form>
        <LinkButton href="/my">{t('erase.keep')}</LinkButton>
      </div>
    </PublicPage>
  )
}
