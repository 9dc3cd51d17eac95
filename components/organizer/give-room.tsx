import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { Fold } from '@/components/ui/form/fold'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { reasonLimit } from '@/lib/hotels/schema'

type GiveRoomProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** One room more than the hotel had promised, with the reason that history keeps. */
export function GiveRoom({ action }: GiveRoomProps) {
  const t = useTranslations('organizer.room')
  return (
    <ActionForm action={action} className="max-w-[70ch] space-y-4" summaryTitle={t('mistake')}>
      <Fold title={t('give')}>
        <p>{t('giveText')}</p>
        <TextField label={t('reason')} lines={2} maxLength={reasonLimit} name="reason" required />
        <SubmitButton>{t('giveIt')}</SubmitButton>
      </Fold>
    </ActionForm>
  )
}
