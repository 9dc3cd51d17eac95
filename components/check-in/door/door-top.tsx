import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { Tag } from '@/components/ui/tag'
import type { Language } from '@/lib/dates'
import { sayArrival } from '../say-arrival'
import type { DoorState } from './door-state'
import type { UsedDoor } from './use-door'

/** Where one stands, how many came, and whether there is network; small, since the answer is below it. */
export function DoorTop({ used }: { used: UsedDoor }) {
  const t = useTranslations('checkIn')
  const { state, stand, turn } = used
  const { picture, point, isGoingOut } = state
  const { points, event } = picture.snapshot
  const here = points.find(({ key }) => key === point)
  const count = picture.count(point)
  return (
    <header className="shrink-0 border-line border-b beside:col-span-2">
      <span aria-hidden="true" className="strap block h-2" />
      <div className="space-y-2 px-4 py-2.5 sm:px-8 low:flex low:flex-wrap low:items-center low:gap-x-6 low:gap-y-1 low:space-y-0">
        <div className="flex items-center justify-between gap-4">
          <h1 className="line-clamp-2 min-w-0 break-words text-lg">{event.title}</h1>
          <Connection state={state} />
        </div>
        <p className="flex flex-wrap gap-x-4 tabular-nums">
          <span>{t('count', count)}</span>
          {here?.hasExits && <span>{t('inside', { count: count.inside })}</span>}
        </p>
        {(points.length > 1 || here?.hasExits) && (
          <div className="flex gap-2">
            {points.length > 1 && (
              <select
                aria-label={t('points')}
                className={`${inputClass} min-h-16 min-w-0 flex-1 font-semibold text-lg`}
                onChange={({ target }) => stand(target.value)}
                value={point}
              >
                {points.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            {here?.hasExits && (
              <fieldset className="flex gap-2">
                <legend className="sr-only">{t('direction.title')}</legend>
                {[false, true].map((out) => (
                  <Button
                    aria-pressed={isGoingOut === out}
                    className="min-h-16 aria-pressed:border-transparent aria-pressed:bg-accent aria-pressed:text-accent-ink"
                    key={String(out)}
                    onClick={() => turn(out)}
                  >
                    {t(out ? 'direction.out' : 'direction.in')}
                  </Button>
                ))}
              </fieldset>
            )}
          </div>
        )}
      </div>
    </header>
  )
}

function Connection({ state: { offlineSince, waiting, picture } }: { state: DoorState }) {
  const t = useTranslations('checkIn.connection')
  const language = useLocale() as Language
  const zone = picture.snapshot.event.timezone
  const word =
    offlineSince === null
      ? t('online')
      : t('offline', { when: sayArrival(new Date(offlineSince), zone, language) })
  return (
    <p aria-live="polite" className="flex shrink-0 flex-col items-end gap-1">
      <span className="sr-only">{t('title')}</span>
      <Tag tone={offlineSince === null ? 'good' : 'wait'}>{word}</Tag>
      {waiting > 0 && <span className="text-sm tabular-nums">{t('waiting', { count: waiting })}</span>}
    </p>
  )
}
