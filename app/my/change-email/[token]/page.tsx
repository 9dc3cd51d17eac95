import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { changeRefusalSentence } from '@/app/my/change-sentences'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { findPublicLink } from '@/lib/registrations/find-link'
import { getOfferFor } from '@/lib/registrations/queries'
import { confirmAddressHere } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('change')
  return { title: t('email.confirmTitle'), robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow every link: this page changes nothing, its button does. */
export default async function ChangeEmailPage({ params, searchParams }: Props) {
  const [t, { token }, { said }] = await Promise.all([getTranslations('change'), params, searchParams])
  const link = await findPublicLink('change_email', token)
  if (!link || said === 'address_taken')
    return (
      <AnswerPage
        strip={t('email.title')}
        text={changeRefusalSentence(t, link ? 'address_taken' : 'link_over')}
        title={t('email.overTitle')}
      >
        <LinkButton href="/my">{t('back')}</LinkButton>
      </AnswerPage>
    )
  const { event } = await getOfferFor(link)
  return (
    <AnswerPage
      accent={event.accent ?? undefined}
      strip={event.title}
      text={t('email.confirmText', { event: event.title, address: link.email })}
      title={t('email.confirmTitle')}
    >
      <form action={confirmAddressHere}>
        <input name="token" type="hidden" value={token} />
        <SubmitButton size="large">{t('email.confirm')}</SubmitButton>
      </form>
    </AnswerPage>
  )
}
