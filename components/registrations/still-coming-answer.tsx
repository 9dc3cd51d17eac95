import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Notice } from '@/components/ui/notice'

export type StillComingState = 'asked' | 'coming' | 'gone' | 'no_place' | 'over'

type StillComingAnswerProps = {
  state: StillComingState
  yes: () => Promise<void>
  no: () => Promise<void>
}

/** Yes or no, by a button; what was answered, and no again for who has changed their mind. */
export function StillComingAnswer({ state, yes, no }: StillComingAnswerProps) {
  const t = useTranslations('my.stillComing')
  const hasPlace = state === 'asked' || state === 'coming'
  return (
    <div className="space-y-6">
      {state === 'coming' && (
        <Notice role="status" title={t('thanks')} tone="good">
          <p>{t('thanksText')}</p>
        </Notice>
      )}
      {state === 'gone' && (
        <Notice role="status" title={t('gone')} tone="good">
          <p>{t('goneText')}</p>
        </Notice>
      )}
      {state === 'no_place' && (
        <Notice title={t('noPlace')} tone="warn">
          <p>{t('noPlaceText')}</p>
        </Notice>
      )}
      {state === 'over' && <Notice title={t('over')} tone="warn" />}
      <div className="flex flex-wrap items-start gap-3" data-print="hide">
        {state === 'asked' && (
          <form action={yes}>
            <SubmitButton size="large">{t('yes')}</SubmitButton>
          </form>
        )}
        {hasPlace && (
          <form action={no}>
            <ConfirmButton
              cancelLabel={t('keep')}
              confirmLabel={t('noConfirm')}
              consequence={t('noText')}
              label={t('no')}
              size={state === 'asked' ? 'large' : 'regular'}
              title={t('noTitle')}
            />
          </form>
        )}
        {state !== 'asked' && <LinkButton href="/my">{t('badge')}</LinkButton>}
      </div>
    </div>
  )
}
