import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnswerPage } from '@/components/ui/answer-page'
import { LinkButton } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { isPublicSignInLinkLive } from '@/lib/auth/queries'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { openLink } from '../actions'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow every link: this page spends nothing, its button does. */
export default async function SignInLinkPage({ params, searchParams }: Props) {
  const [t, { token }, { to }] = await Promise.all([getTranslations('auth'), params, searchParams])
  if (!(await isPublicSignInLinkLive(token)))
    return (
      <AnswerPage strip={t('strip')} text={t('spent.text')} title={t('spent.title')}>
        <LinkButton href="/sign-in" variant="primary">
          {t('spent.again')}
        </LinkButton>
      </AnswerPage>
    )
  return (
    <AnswerPage strip={t('strip')} text={t('link.text')} title={t('link.title')}>
      <form action={openLink}>
        <input name="token" type="hidden" value={token} />
        <input name="to" type="hidden" value={pathAfterSignIn(to)} />
        <SubmitButton size="large">{t('link.submit')}</SubmitButton>
      </form>
    </AnswerPage>
  )
}
