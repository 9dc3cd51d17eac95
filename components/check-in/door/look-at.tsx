import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { WarningIcon } from '@/components/ui/icons'
import type { Doubt } from '@/lib/check-in/schema'
import type { Language } from '@/lib/dates'
import { sayArrival } from '../say-arrival'
import type { Door } from './create-door'
import type { Aside, Difference, DoorState } from './door-state'
import { UnlistedLine } from './unlisted-line'

/** What a human should look at, quietly below the work: nobody is called back while forty people wait. */
export function LookAt({ door, state }: { door: Door; state: DoorState }) {
  const t = useTranslations('checkIn.lookAt')
  const { differences, unlisted, aside, picture } = state
  const { doubts } = picture.snapshot
  const own = differences.filter(({ factId }) => !doubts.some(({ f }) => f === factId))
  const count = doubts.length + own.length + unlisted.length + aside.length
  if (count === 0) return null
  return (
    <details className="rounded border border-line-strong bg-surface" open={count <= 2}>
      <summary className="px-4 py-5 font-semibold text-lg">
        <WarningIcon className="mr-2 ml-1 inline-block text-wait-text" size={24} />
        {t('title', { count })}
      </summary>
      <ul className="space-y-2 px-4 pb-4">
        {unlisted.map((one) => (
          <li key={one.id}>
            <UnlistedLine door={door} one={one} />
          </li>
        ))}
        {aside.map((one) => (
          <li key={one.id}>
            <AsideLine door={door} one={one} picture={picture} />
          </li>
        ))}
        {own.map((difference) => (
          <li key={difference.factId}>
            <DifferenceLine {...difference} />
          </li>
        ))}
        {doubts.map((doubt) => (
          <li key={`${doubt.kind} ${doubt.f}`}>
            <DoubtLine doubt={doubt} picture={picture} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function AsideLine({ door, one, picture }: { door: Door; one: Aside; picture: DoorState['picture'] }) {
  const t = useTranslations('checkIn.lookAt')
  const language = useLocale() as Language
  const { event, points } = picture.snapshot
  const when = sayArrival(new Date(one.at), event.timezone, language)
  const point = points.find(({ key }) => key === one.point)?.name ?? one.point
  return (
    <div className="space-y-2">
      <p className="break-words">{t('aside', { name: one.name || t('somebody'), when, point })}</p>
      <Button onClick={() => void door.seenTo(one.id)}>
        {t('seenTo', { name: one.name || t('somebody') })}
      </Button>
    </div>
  )
}

function DifferenceLine({ name, told, outcome }: Difference) {
  const t = useTranslations('checkIn.lookAt')
  return t('differs', { name, told: t(`words.${told}`), listed: t(`words.${outcome}`) })
}

function DoubtLine({ doubt, picture }: { doubt: Doubt; picture: DoorState['picture'] }) {
  const t = useTranslations('checkIn.lookAt')
  const state = useTranslations('checkIn.state')
  const language = useLocale() as Language
  const zone = picture.snapshot.event.timezone
  const name = (doubt.i && picture.get(doubt.i)?.n) || t('somebody')
  const [first, second] = doubt.by.map(({ d, t: at }) => ({
    device: d,
    when: sayArrival(new Date(at), zone, language),
  }))
  if (doubt.kind === 'twice' && first && second)
    return t('twice', {
      name,
      ...{ first: first.device, firstAt: first.when, second: second.device, secondAt: second.when },
    })
  const status = statuses.find((one) => one === doubt.reason)
  const listed = status ? state(status) : t('words.refused')
  return t('let_in', { name, device: first?.device ?? '', when: first?.when ?? '', listed })
}

const statuses = ['waitlisted', 'cancelled', 'unverified', 'pending_approval'] as const
