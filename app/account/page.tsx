import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { AccountFrame } from '@/components/account/account-frame'
import { AccountNotice } from '@/components/account/account-notice'
import { AddressPart } from '@/components/account/address-part'
import { FactorPart } from '@/components/account/factor-part'
import { PasskeyForm } from '@/components/account/passkey-form'
import { PasskeyList } from '@/components/account/passkey-list'
import { SessionList } from '@/components/account/session-list'
import { ActionForm } from '@/components/ui/form/action-form'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Section } from '@/components/ui/section'
import { getAccount, listSessions } from '@/lib/auth/queries'
import { relyingParty } from '@/lib/auth/relying-party'
import { requireAccount } from '@/lib/auth/require-account'
import { pathAfterSignIn } from '@/lib/auth/rules'
import { type Language, machineZone } from '@/lib/dates'
import { env } from '@/lib/env'
import {
  addressChange,
  askPasskeyToAdd,
  dropAddress,
  endEverySession,
  endThisSession,
  keepPasskey,
  removeApp,
  removeThisPasskey,
  saveName,
  startApp,
} from './actions'

type Props = { searchParams: Promise<{ said?: string | string[]; to?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title'), robots: { index: false } }
}

export default async function AccountPage({ searchParams }: Props) {
  const [{ key, session }, asked, t, language] = await Promise.all([
    requireAccount(),
    searchParams,
    getTranslations('account'),
    getLocale() as Promise<Language>,
  ])
  const [account, sessions] = await Promise.all([getAccount(key), listSessions(key)])
  const zone = { timezone: machineZone(), language }
  const to = asked.to ? pathAfterSignIn(asked.to) : null
  const words = {
    submit: t('factor.addPasskey'),
    failed: t('factor.passkeyFailed'),
    needsScript: t('factor.needsScript'),
  }
  return (
    <AccountFrame
      back={{ href: '/organizer', label: t('desk') }}
      chooseLanguage={chooseLanguage}
      note={<bdi className="wrap-anywhere">{account.name ?? account.email}</bdi>}
      signOut={signOut}
      title={t('title')}
    >
      <AccountNotice isOwing={session.owes !== null} said={asked.said} to={to} />
      <div className="space-y-12">
        <FactorPart account={account} removeApp={removeApp} startApp={startApp} to={to}>
          <PasskeyList passkeys={account.passkeys} remove={removeThisPasskey} {...zone} />
          {relyingParty().mayHavePasskeys ? (
            <PasskeyForm
              ask={askPasskeyToAdd}
              does="make"
              send={keepPasskey.bind(null, to)}
              variant="secondary"
              words={words}
            >
              <TextField
                hint={t('factor.passkeyHint')}
                label={t('factor.passkeyName')}
                maxLength={60}
                name="name"
                required
              />
            </PasskeyForm>
          ) : (
            <p className="text-muted">{t('factor.needsHttps')}</p>
          )}
        </FactorPart>
        <SessionList
          end={endThisSession}
          endAll={endEverySession}
          limits={{ days: env().sessionDays, idleHours: env().sessionIdleHours }}
          sessions={sessions}
          {...zone}
        />
        <Section title={t('name.title')}>
          <ActionForm action={saveName} className="space-y-4" summaryTitle={t('mistake')}>
            <TextField
              autoComplete="name"
              defaultValue={account.name ?? ''}
              hint={t('name.hint')}
              label={t('name.label')}
              maxLength={200}
              name="name"
            />
            <SubmitButton variant="secondary">{t('name.save')}</SubmitButton>
          </ActionForm>
        </Section>
        <AddressPart account={account} ask={addressChange} drop={dropAddress} />
      </div>
    </AccountFrame>
  )
}
