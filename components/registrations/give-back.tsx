import { useTranslations } from 'next-intl'
import { claimValue } from '@/lib/places/rules'
import type { ClaimStanding } from '@/lib/places/schema'
import { ConfirmButton } from '../ui/confirm-button'

type GiveBackProps = {
  registrationId: string
  claim: ClaimStanding
  label: string
  /** Nothing is left without it. */
  isWhole: boolean
  /** Who shares it, and keeps it. */
  roommate?: string | null
  action: (data: FormData) => Promise<void>
}

/** Gives one thing back, passes an offer on, leaves a line, or drops a mere wish, after saying what that does. */
export function GiveBack({ registrationId, claim, label, isWhole, roommate, action }: GiveBackProps) {
  const t = useTranslations('my.standing')
  const way = claim.offeredUntil ? 'passOn' : ways[claim.state]
  const consequence = isWhole ? t('wholeText') : roommate ? t('sharedText', { roommate }) : t(`${way}Text`)
  return (
    <form action={action}>
      <input name="registration" type="hidden" value={registrationId} />
      <input name="claim" type="hidden" value={claimValue(claim)} />
      <ConfirmButton
        cancelLabel={t('keep')}
        className={claim.offeredUntil ? '' : '-mx-4'}
        confirmLabel={t(`${way}Confirm`)}
        consequence={consequence}
        label={t(way)}
        title={t(`${way}Title`, { name: label })}
        variant={claim.offeredUntil ? 'secondary' : 'quiet'}
      />
    </form>
  )
}

const ways = { held: 'giveBack', waiting: 'leave', wished: 'drop' } as const
