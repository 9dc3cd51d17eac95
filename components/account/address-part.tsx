import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Account } from '@/lib/auth/schema'

type AddressPartProps = {
  account: Account
  ask: (state: FormState, data: FormData) => Promise<FormState>
  drop: () => Promise<void>
}

/** The address somebody signs in with, and the way to another one. */
export function AddressPart({ account: { email, emailChange }, ask, drop }: AddressPartProps) {
  const t = useTranslations('account.address')
  const account = useTranslations('account')
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  return (
    <Section note={<span className="wrap-anywhere">{t('note', { email })}</span>} title={t('title')}>
      {emailChange ? (
        <Notice className="wrap-anywhere" title={t('asked')}>
          <p>{t('askedText', { address: emailChange.newEmail })}</p>
          <p>{t('agreed', { old: yes(emailChange.oldConfirmed), new: yes(emailChange.newConfirmed) })}</p>
          <form action={drop} className="pt-2">
            <Button type="submit">{t('drop')}</Button>
          </form>
        </Notice>
      ) : (
        <ActionForm action={ask} className="space-y-4" summaryTitle={account('mistake')}>
          <TextField
            autoComplete="off"
            hint={t('hint')}
            label={t('label')}
            maxLength={254}
            name="newEmail"
            required
            type="email"
          />
          <SubmitButton variant="secondary">{t('ask')}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  )
}
