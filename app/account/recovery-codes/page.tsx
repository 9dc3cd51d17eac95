import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { AccountFrame } from '@/components/account/account-frame'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { LinkButton } from '@/components/ui/button'
import { requireAccount } from '@/lib/auth/require-account'
import { makeCodes } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('codes.title'), robots: { index: false } }
}

export default async function RecoveryCodesPage() {
  const [, t] = await Promise.all([requireAccount('/account/recovery-codes'), getTranslations('account')])
  return (
    <AccountFrame
      back={{ href: '/account', label: t('title') }}
      chooseLanguage={chooseLanguage}
      note={t('codes.text')}
      signOut={signOut}
      title={t('codes.title')}
    >
      <RecoveryCodes
        make={makeCodes}
        words={{ make: t('codes.make'), shown: t('codes.shown'), shownText: t('codes.shownText') }}
      >
        <LinkButton href="/account" variant="primary">
          {t('codes.done')}
        </LinkButton>
      </RecoveryCodes>
    </AccountFrame>
  )
}
