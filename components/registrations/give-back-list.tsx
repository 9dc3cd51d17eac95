import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/languages'
import { claimValue } from '@/lib/places/rules'
import { claimLabels } from '@/lib/registrations/rules'
import type { MyRegistration } from '@/lib/registrations/schema'
import { SubmitButton } from '../ui/form/submit-button'

type GiveBackListProps = {
  mine: MyRegistration
  language: Language
  action: (data: FormData) => Promise<void>
}

/** Everything somebody could give back, each with its button; the event's own place, which ends it all, comes last. */
export function GiveBackList({ mine, language, action }: GiveBackListProps) {
  const t = useTranslations('my')
  const { event } = mine.offer
  const place = t(mine.presence === 'remote' ? 'standing.remotePlace' : 'standing.place')
  const labels: Record<string, string> = {
    ...claimLabels(mine.offer, language, mine.nights),
    [event.id]: place,
  }
  const held = mine.claims
    .filter(({ state, subjectId }) => state === 'held' && labels[subjectId])
    .toSorted((a, b) => Number(a.kind === 'event') - Number(b.kind === 'event'))
  const isWhole = (kind: string) => kind === 'event' || mine.claims.length === 1
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {held.map((claim) => (
        <li className="space-y-3 px-5 py-5" key={claim.subjectId}>
          <p className="font-semibold text-lg">{labels[claim.subjectId]}</p>
          <p className="text-muted">
            {t(isWhole(claim.kind) ? 'standing.wholeText' : 'standing.giveBackText')}
          </p>
          <form action={action}>
            <input name="registration" type="hidden" value={mine.id} />
            <input name="claim" type="hidden" value={claimValue(claim)} />
            <SubmitButton variant={isWhole(claim.kind) ? 'danger' : 'secondary'}>
              {t(claim.kind === 'event' ? 'decline.whole' : 'decline.one')}
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  )
}
