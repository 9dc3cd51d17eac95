import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { AccountFrame } from '@/components/account/account-frame'
import { AuthenticatorForm } from '@/components/account/authenticator-form'
import { findTeachable } from '@/lib/auth/queries'
import { requireAccount } from '@/lib/auth/require-account'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { qrSvg } from '@/lib/qr'
import { confirmApp, stopSetUp } from './actions'

type Props = { searchParams: Promise<{ to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('app.title'), robots: { index: false } }
}

export default async function AuthenticatorPage({ searchParams }: Props) {
  const [{ key }, { to }, t] = await Promise.all([requireAccount(), searchParams, getTranslations('account')])
  const teachable = await findTeachable(key)
  if (!teachable) redirect('/account?said=nothing_begun')
  return (
    <AccountFrame
      back={{ href: '/account', label: t('title') }}
      chooseLanguage={chooseLanguage}
      signOut={signOut}
      title={t('app.title')}
    >
      <AuthenticatorForm
        confirm={confirmApp.bind(null, to ? pathAfterSignIn(to) : null)}
        qr={qrSvg(teachable.address)}
        secret={teachable.secret}
        stop={stopSetUp}
      />
    </AccountFrame>
  )
}
