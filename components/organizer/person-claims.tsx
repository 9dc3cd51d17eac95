import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { type Language, sayMoment } from '@/lib/dates'
import type { ClaimStanding } from '@/lib/places/schema'

type PersonClaimsProps = {
  claims: ClaimStanding[]
  names: Record<string, string>
  timezone: string
  language: Language
}

/** Everything somebody holds or waits for, with their place in each line. */
export function PersonClaims({ claims, names, timezone, language }: PersonClaimsProps) {
  const t = useTranslations('organizer.person')
  if (claims.length === 0) return <p className="text-muted">{t('noClaims')}</p>
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {claims.map(({ kind, subjectId, state, ahead, offeredUntil }) => (
        <li
          className="flex flex-wrap items-center justify-between gap-3 px-4 py-3"
          key={`${kind} ${subjectId}`}
        >
          <span>{names[subjectId] ?? t(`claim.${kind}`)}</span>
          {state === 'held' && !offeredUntil && <Tag tone="good">{t('held')}</Tag>}
          {offeredUntil && (
            <Tag tone="info">
              {t('offered', { until: sayMoment(new Date(offeredUntil), timezone, language) })}
            </Tag>
          )}
          {state === 'waiting' && <Tag tone="wait">{t('waiting', { position: (ahead ?? 0) + 1 })}</Tag>}
          {state === 'wished' && <Tag>{t('wished')}</Tag>}
        </li>
      ))}
    </ul>
  )
}
