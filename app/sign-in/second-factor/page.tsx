import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { PasskeyForm } from '@/components/account/passkey-form'
import { ProofForm } from '@/components/account/proof-form'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { getWays } from '@/lib/auth/queries'
import { requireStep } from '@/lib/auth/require-account'
import { findSession } from '@/lib/auth/require-user'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { signOut } from '../actions'
import { askPasskeyToProve, proveWithCode, proveWithPaper, proveWithPasskey } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('step.title'), robots: { index: false } }
}

/** The last step of signing in for whoever has a second factor: nothing else opens before it. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const to = pathAfterSignIn((await searchParams).to)
  const key = await requireStep(to)
  const [t, ways, session] = await Promise.all([getTranslations('account'), getWays(key), findSession()])
  const words = {
    submit: t('step.passkey'),
    failed: t('step.passkeyFailed'),
    needsScript: t('step.needsScript'),
  }
  return (
    <PublicPage width="measure">
      <PageHeading
        note={<span className="wrap-anywhere">{t('step.note', { email: session?.email ?? '' })}</span>}
        title={t('step.title')}
      />
      <div className="space-y-8">
        {ways.passkey && (
          <PasskeyForm
            ask={askPasskeyToProve}
            does="prove"
            send={proveWithPasskey.bind(null, to)}
            words={words}
          />
        )}
        {ways.code && (
          <ProofForm
            action={proveWithCode.bind(null, to)}
            field={{ name: 'code', label: t('step.code'), hint: t('step.codeHint'), isNumber: true }}
            mistake={t('step.mistake')}
            submit={t('step.submit')}
          />
        )}
        {ways.recovery && (
          <Section className="border-line border-t pt-6" title={t('step.recovery')}>
            <ProofForm
              action={proveWithPaper.bind(null, to)}
              field={{ name: 'recovery', label: t('step.recoveryCode'), hint: t('step.recoveryHint') }}
              mistake={t('step.mistake')}
              submit={t('step.recoverySubmit')}
              variant="secondary"
            />
          </Section>
        )}
        <div className="space-y-3 border-line border-t pt-6">
          <p className="text-muted">{t('step.lost')}</p>
          <form action={signOut}>
            <SubmitButton variant="secondary">{t('step.other')}</SubmitButton>
          </form>
        </div>
      </div>
    </PublicPage>
  )
}
