import { useTranslations } from 'next-intl'
import type { ClaimStanding } from '@/lib/places/schema'

type StandingListsProps = { claims: ClaimStanding[]; labels: Record<string, string> }

/** Beside the event's own place: what is kept, what is waited for and how many are ahead. */
export function StandingLists({ claims, labels }: StandingListsProps) {
  const t = useTranslations('registered')
  const named = claims.filter(({ subjectId }) => labels[subjectId])
  const isPending = claims.every(({ state }) => state === 'wished')
  // Whoever is in waits for nothing first: what is only wished then is a room that nobody promises.
  const isIn = claims.some(({ kind, state }) => kind === 'event' && state === 'held')
  const groups = [
    { key: 'held', title: t('held'), items: named.filter(({ state }) => state === 'held') },
    { key: 'waiting', title: t('waiting'), items: named.filter(({ state }) => state === 'waiting') },
    {
      key: 'wished',
      title: t(isPending ? 'wanted' : isIn ? 'unpromised' : 'wished'),
      items: named.filter(({ state }) => state === 'wished'),
    },
  ]
  return (
    <div className="w-full space-y-4">
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ key, title, items }) => (
          <div key={key}>
            <h2 className="font-semibold text-base">{title}</h2>
            <ul className="list-disc pl-5">
              {items.map(({ subjectId, ahead }) => (
                <li key={subjectId}>
                  {ahead === null ? labels[subjectId] : t('position', { name: labels[subjectId]!, ahead })}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}
