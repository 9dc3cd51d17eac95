import { useTranslations } from 'next-intl'
import { deviceRoles } from '@/lib/devices/schema'
import { ActionForm } from '../ui/form/action-form'
import { ChoiceField } from '../ui/form/choice-field'
import type { FormState } from '../ui/form/form-state'
import { SubmitButton } from '../ui/form/submit-button'
import { TextField } from '../ui/form/text-field'
import { MadeLink } from './made-link'

type LinkFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  event: string
  /** From when and until when a link is good if nobody says otherwise, on the clocks of `zone`. */
  from: string
  until: string
  last: string
  zone: string
}

/** What the phones may do that come by a link, and how long; the link itself stands in the answer. */
export function LinkForm({ action, event, from, until, last, zone }: LinkFormProps) {
  const t = useTranslations('devices')
  const common = useTranslations('common')
  return (
    <ActionForm action={action} className="max-w-xl" summaryTitle={t('mistake')}>
      <MadeLink
        event={event}
        words={{ ready: t('ready'), readyText: t('readyText'), pin: t('pin'), print: t('print') }}
      />
      <div className="space-y-5" data-print="hide">
        <TextField
          autoComplete="off"
          hint={t('nameHint')}
          label={t('name')}
          maxLength={80}
          name="name"
          required
        />
        <ChoiceField
          defaultValues={['scan_only']}
          legend={t('role')}
          name="role"
          options={deviceRoles.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            hint: t(`may.${role}`),
          }))}
          required
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            defaultValue={from}
            hint={t('zone', { zone })}
            label={t('from')}
            name="validFrom"
            required
            type="datetime-local"
          />
          <TextField
            defaultValue={until}
            hint={t('untilHint', { last })}
            label={t('until')}
            name="validUntil"
            required
            type="datetime-local"
          />
        </div>
        <SubmitButton pendingLabel={common('sending')}>{t('submit')}</SubmitButton>
      </div>
    </ActionForm>
  )
}
