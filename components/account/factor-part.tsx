import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { Account } from '@/lib/auth/schema'

type FactorPartProps = {
  account: Account
  to: string | null
  startApp: (data: FormData) => Promise<void>
  removeApp: () => Promise<void>
  /** The passkeys and their form. */
  children: ReactNode
}

/** What signing in asks for besides the mail: an app, passkeys, and codes on paper for the day both are gone. */
export function FactorPart({ account, to, startApp, removeApp, children }: FactorPartProps) {
  const t = useTranslations('account')
  const { hasAuthenticator, passkeys, codesLeft } = account
  const hasFactor = hasAuthenticator || passkeys.length > 0
  return (
    <Section
      aside={<Tag tone={hasFactor ? 'good' : 'neutral'}>{hasFactor ? t('factor.on') : t('factor.off')}</Tag>}
      id="second-factor"
      note={t('factor.note')}
      title={t('factor.title')}
    >
      <div className="divide-y divide-line rounded border border-line bg-surface [&>*]:p-5">
        <Section level={3} note={t('factor.appText')} title={t('factor.app')}>
          {hasAuthenticator ? (
            <form action={removeApp}>
              <ConfirmButton
                cancelLabel={t('keep')}
                confirmLabel={t('factor.removeConfirm')}
                consequence={t('factor.removeAppText')}
                label={t('factor.remove')}
                title={t('factor.removeAppTitle')}
              />
            </form>
          ) : (
            <form action={startApp}>
              {to && <input name="to" type="hidden" value={to} />}
              <SubmitButton variant={hasFactor ? 'secondary' : 'primary'}>{t('factor.setUp')}</SubmitButton>
            </form>
          )}
        </Section>
        <Section level={3} note={t('factor.passkeysText')} title={t('factor.passkeys')}>
          {children}
        </Section>
        {hasFactor && (
          <Section level={3} note={t('factor.codesText')} title={t('factor.codes')}>
            <p className="mb-3">{t('factor.codesLeft', { left: codesLeft })}</p>
            <LinkButton href="/account/recovery-codes">
              {codesLeft > 0 ? t('factor.makeCodesAgain') : t('factor.makeCodes')}
            </LinkButton>
          </Section>
        )}
      </div>
    </Section>
  )
}
