import { useTranslations } from 'next-intl'
import { QrPicture } from '@/components/registrations/qr-picture'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'

type AuthenticatorFormProps = {
  /** The address an app reads with its camera, as SVG. */
  qr: string
  secret: string
  confirm: (state: FormState, data: FormData) => Promise<FormState>
  stop: () => Promise<void>
}

/** What an app has to learn, as picture and letters, and the code by which it shows that it has. */
export function AuthenticatorForm({ qr, secret, confirm, stop }: AuthenticatorFormProps) {
  const t = useTranslations('account')
  return (
    <div className="space-y-8">
      <div>
        <h2 className="text-xl">{t('app.scan')}</h2>
        <p className="mb-4 text-muted">{t('app.scanText')}</p>
        <div className="size-56 rounded border border-line bg-qr-paper p-1 text-qr-ink">
          <QrPicture svg={qr} />
        </div>
        <p className="mt-4 text-muted text-sm">{t('app.key')}</p>
        <p className="wrap-anywhere font-mono text-lg" data-authenticator-key="">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </p>
      </div>
      <ActionForm action={confirm} className="space-y-5" summaryTitle={t('mistake')}>
        <TextField
          autoComplete="one-time-code"
          hint={t('app.codeHint')}
          inputMode="numeric"
          label={t('app.code')}
          maxLength={10}
          name="code"
          required
        />
        <SubmitButton size="large">{t('app.confirm')}</SubmitButton>
      </ActionForm>
      <form action={stop}>
        <SubmitButton variant="quiet">{t('app.stop')}</SubmitButton>
      </form>
    </div>
  )
}
