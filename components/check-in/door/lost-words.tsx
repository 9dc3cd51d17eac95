import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { forgetLost, hearLost, readLost, saidLost } from './lost'

/** What went with a list that had to be forgotten, in sight until somebody has read it. */
export function LostWords({ className }: { className?: string }) {
  const t = useTranslations('checkIn.lost')
  const lost = readLost(useSyncExternalStore(hearLost, saidLost, nothing))
  const count = lost.flatMap(({ points }) => points).reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return null
  return (
    <Notice className={className} role="alert" title={t('title', { count })} tone="warn">
      {lost.map(({ title, points }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one event may be there twice
        <p className="break-words" key={at}>
          {title && <bdi className="font-semibold">{title}</bdi>}
          {points.map(({ name, count }) => (
            <span className="block tabular-nums" key={name}>
              {t('point', { name: name ?? t('photos'), count })}
            </span>
          ))}
        </p>
      ))}
      <p>{t('text')}</p>
      <Button className="mt-2 min-h-16" onClick={forgetLost}>
        {t('read')}
      </Button>
    </Notice>
  )
}

const nothing = () => null
