import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'
import { AllergyText } from './allergy-text'

type AllergiesProps = { action: (state: FormState, data: FormData) => Promise<FormState> }

/** Special-category data: the page does not carry it until somebody asks, and history knows who did. */
export function Allergies({ action }: AllergiesProps) {
  const t = useTranslations('organizer.allergies')
  return (
    <Notice className="mt-4" title={t('title')} tone="warn">
      <p>{t('note')}</p>
      <ActionForm action={action} className="mt-2" summaryTitle={t('title')}>
        <AllergyText>
          <SubmitButton variant="secondary">{t('show')}</SubmitButton>
        </AllergyText>
      </ActionForm>
    </Notice>
  )
}
