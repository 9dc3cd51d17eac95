import { useTranslations } from 'next-intl'
import { limits } from '@/lib/registrations/schema'
import { TextField } from '../ui/form/text-field'
import { TickField } from '../ui/form/tick-field'

/** Allergies behind a consent of their own; `hint` is what the organizers say about them. */
export function AllergiesFields({ hint }: { hint: string }) {
  const t = useTranslations('register')
  return (
    <div className="space-y-2">
      <TextField
        autoComplete="off"
        hint={[hint, t('allergiesHint')].filter(Boolean).join(' – ')}
        label={t('allergies')}
        lines={2}
        maxLength={limits.allergies}
        name="allergies"
        optional={t('optional')}
      />
      <TickField label={t('allergiesConsent')} name="allergiesConsent" optional={t('optional')} />
    </div>
  )
}
