import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { type Language, sayMoment } from '@/lib/dates'
import { listTroubles, type Trouble } from '@/lib/operations/rules'
import type { HouseState } from '@/lib/operations/schema'
import { sayBytes } from './say-bytes'
import { sweepName } from './sweep-name'

type HouseTroublesProps = { house: HouseState; now: Date; timezone: string; language: Language }

/** What needs somebody, most urgent first; or that nothing does. */
export function HouseTroubles({ house, now, timezone, language }: HouseTroublesProps) {
  const t = useTranslations('admin')
  const troubles = listTroubles(house, now)
  if (troubles.length === 0)
    return (
      <Notice title={t('overview.fine')} tone="good">
        <p>{t('overview.fineText')}</p>
      </Notice>
    )
  const { mails, sweeps, storage } = house
  const late = sweeps.filter(({ isLate }) => isLate).map(({ name }) => sweepName(t, name))
  const facts = {
    count: mails.waiting,
    moment: mails.oldestWaitingAt ? sayMoment(mails.oldestWaitingAt, timezone, language) : '–',
    names: late.join(', '),
    free: sayBytes(storage.disk?.free ?? 0, language),
  }
  return (
    <div className="space-y-4">
      {troubles.map((trouble) => (
        <Notice
          key={trouble}
          title={t(`trouble.${trouble}`, { count: mails.failedLately })}
          tone={trouble === 'mails_failed' || trouble === 'no_server' ? 'warn' : 'bad'}
        >
          <p>{t(`trouble.${trouble}Text`, facts)}</p>
          <WayThere trouble={trouble}>{t('trouble.seeMails')}</WayThere>
        </Notice>
      ))}
    </div>
  )
}

function WayThere({ trouble, children }: { trouble: Trouble; children: ReactNode }) {
  const state = { mails_failed: 'failed', mails_late: 'waiting', no_server: 'waiting' }[trouble as string]
  return (
    state && (
      <p>
        <TextLink href={`/admin/mails?state=${state}`}>{children}</TextLink>
      </p>
    )
  )
}
