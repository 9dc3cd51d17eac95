import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { findPublicOptOut } from '@/lib/group-mails/queries'
import { decideMails } from './actions'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groupMails.optOut')
  return { title: t('strip'), robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow every link: this page changes nothing, its button does. */
export default async function UnsubscribePage({ params }: Props) {
  const [t, { token }] = await Promise.all([getTranslations('groupMails.optOut'), params])
  const link = await findPublicOptOut(token)
  if (!link)
    return (
      <AnswerPage strip={t('strip')} text={t('unknownText')} title={t('unknownTitle')}>
        <LinkButton href="/">{t('home')}</LinkButton>
      </AnswerPage>
    )
  const { title, isOut, accent, slug } = link
  return (
    <AnswerPage
      accent={accent ?? undefined}
      note={t('note')}
      strip={title}
      text={t(isOut ? 'outText' : 'text', { title })}
      title={t(isOut ? 'outTitle' : 'title')}
    >
      <form action={decideMails}>
        <input name="token" type="hidden" value={token} />
        <input name="wanted" type="hidden" value={isOut ? 'yes' : 'no'} />
        <SubmitButton size="large" variant={isOut ? 'secondary' : 'primary'}>
          {t(isOut ? 'back' : 'button')}
        </SubmitButton>
      </form>
      {isOut && <LinkButton href={`/events/${slug}`}>{t('toEvent')}</LinkButton>}
    </AnswerPage>
  )
}
