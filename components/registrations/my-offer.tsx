import { useTranslations } from 'next-intl'
import { claimValue } from '@/lib/places/rules'
import type { ClaimStanding } from '@/lib/places/schema'
import { SubmitButton } from '../ui/form/submit-button'
import { Notice } from '../ui/notice'
import { GiveBack } from './give-back'
import type { StandingActions } from './my-standing'

type MyOfferProps = {
  registrationId: string
  claim: ClaimStanding
  label: string
  until: string
  isOver: boolean
  isWhole: boolean
  actions: StandingActions
}

/** What is held until they answer: take it, or pass it on. */
export function MyOffer({ registrationId, claim, label, until, isOver, isWhole, actions }: MyOfferProps) {
  const t = useTranslations('my.standing')
  if (isOver) return <Notice title={t('offerOver', { name: label })} tone="warn" />
  return (
    <Notice title={t('offer', { name: label })} tone="good">
      <p>{t('offerText', { until })}</p>
      <div className="flex flex-wrap items-start gap-3 pt-2">
        <form action={actions.accept}>
          <input name="registration" type="hidden" value={registrationId} />
          <input name="claim" type="hidden" value={claimValue(claim)} />
          <SubmitButton>{t('accept')}</SubmitButton>
        </form>
        <GiveBack
          action={actions.decline}
          claim={claim}
          isWhole={isWhole}
          label={label}
          registrationId={registrationId}
        />
      </div>
    </Notice>
  )
}
