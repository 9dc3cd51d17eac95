import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { WalkInRefusal } from '@/lib/check-in/schema'
import type { Door } from './create-door'
import type { Unlisted } from './door-state'

/** Somebody was let in without network, and the list has them in line, or not at all: who it is, and why. */
export function UnlistedLine({ one, door }: { one: Unlisted; door: Door }) {
  const t = useTranslations('checkIn')
  const { id, name, email } = one
  const status = statuses.find((word) => word === one.reason)
  const why = useReason(one)
  return (
    <div className="space-y-2">
      <p className="break-words">
        {status
          ? t('lookAt.walkInWaits', { name, email, listed: t(`state.${status}`) })
          : t('lookAt.walkInNot', { name, email, why })}
      </p>
      <Button onClick={() => void door.walkIns.seenTo(id)}>{t('lookAt.seenTo', { name })}</Button>
    </div>
  )
}

function useReason({ reason, fields }: Unlisted): string {
  const t = useTranslations('checkIn.walkIn')
  const register = useTranslations('register')
  const refusal = refusals[reason as WalkInRefusal]
  if (refusal) return t(`refusals.${refusal}`)
  const known = controls.filter((name) => fields.includes(name))
  return known.length > 0 && known.length === fields.length
    ? t('held.answers', { fields: known.map((name) => register(name)).join(', ') })
    : t('held.answersAny')
}

const statuses = ['waitlisted', 'cancelled', 'unverified', 'pending_approval'] as const
// A new refusal without words does not compile; what was wrong with the answers is said by their names.
const refusals = {
  event_cancelled: 'event_cancelled',
  event_full: 'event_full',
  already_registered: 'already_registered',
  reason_missing: 'reason_missing',
  not_allowed: 'not_allowed',
  unknown_point: 'unknown_point',
  wrong_answers: null,
} as const satisfies Record<WalkInRefusal, string | null>
const controls = ['name', 'email', 'organization', 'legalName', 'photo'] as const
