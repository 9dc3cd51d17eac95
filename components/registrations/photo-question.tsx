import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { ChoiceField } from '../ui/form/choice-field'
import { Help } from '../ui/form/help'
import { Question } from '../ui/form/question'

export function PhotoQuestion({ event }: { event: EventView }) {
  const t = useTranslations('register')
  return (
    <Question hint={event.photosReview ?? t('photoHint')} title={t('photo')}>
      <ChoiceField
        columns={2}
        hideLegend
        legend={t('photo')}
        name="photo"
        options={[
          { value: 'fine', label: t('photo_fine') },
          {
            value: 'no_camera',
            label: t('photo_no_camera'),
            hint: event.photosOptOut ?? t('photo_no_cameraHint'),
          },
        ]}
        required
      />
      <Help title={t('photoHelpTitle')}>{t('photoHelp')}</Help>
    </Question>
  )
}
