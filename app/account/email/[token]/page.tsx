import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { accountRefusal } from '@/components/account/account-sentences'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { findPublicEmailChange } from '@/lib/auth/queries'
import { agreeHere, stopHere } from './actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ said?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('change.strip'), robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow every link: this page changes nothing, its buttons do. */
export default async function AddressChangePage({ params, searchParams }: Props) {
  const [t, { token }, { said }] = await Promise.all([getTranslations('account'), params, searchParams])
  const strip = t('change.strip')
  const change = await findPublicEmailChange(token)
  if (said === 'address_taken' && change)
    return <AnswerPage strip={strip} text={accountRefusal(t, said)} title={t('change.takenTitle')} />
  if (!change) {
    const word = said === 'done' || said === 'stopped' ? said : 'over'
    const text = word === 'over' ? accountRefusal(t, 'link_over') : t(`change.${word}Text`)
    return (
      <AnswerPage strip={strip} text={text} title={t(`change.${word}Title`)}>
        <LinkButton href="/account" variant="primary">
          {t('change.toAccount')}
        </LinkButton>
      </AnswerPage>
    )
  }
  const { side, newEmail, isConfirmed, isOtherConfirmed } = change
  const address = newEmail
  return (
    <AnswerPage
      note={isConfirmed ? undefined : t('change.both', { other: isOtherConfirmed ? 'yes' : 'no' })}
      strip={strip}
      text={
        <span className="wrap-anywhere">
          {isConfirmed ? t('change.waitsText') : t(`change.${side}Text`, { address })}
        </span>
      }
      title={
        <span className="wrap-anywhere">
          {isConfirmed ? t('change.waitsTitle') : t(`change.${side}Title`, { address })}
        </span>
      }
    >
      {!isConfirmed && (
        <form action={agreeHere}>
          <input name="token" type="hidden" value={token} />
          <SubmitButton size="large">{t('change.agree')}</SubmitButton>
        </form>
      )}
      <form action={stopHere}>
        <input name="token" type="hidden" value={token} />
        <SubmitButton size="large" variant="secondary">
          {t('change.stop')}
        </SubmitButton>
      </form>
    </AnswerPage>
  )
}
