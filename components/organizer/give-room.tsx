import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { reasonLimit } from '@/lib/hotels/schema'

type GiveRoomProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** One room more than the hotel had promised, with the reason that history keeps. */
export function GiveRoom({ action }: GiveRoomProps) {
  const t = useTranslations('organizer.room')
  return (
    <details className="rounded border border-line bg-surface px-4 py-3">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('give')}</summary>
      <ActionForm action={action} className="max-w-[70ch] space-y-4 pt-2 pb-2" summaryTitle={t('mistake')}>
        <p>{t('giveText')}</p>
        <TextField label={t('reason')} lines={2} maxLength={reasonLimit} name="reason" required />
        <SubmitButton>{t('giveIt')}</SubmitButton>
      </ActionForm>
    </details>
  )
}
