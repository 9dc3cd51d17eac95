import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { Meter } from '@/components/ui/meter'
import { TextLink } from '@/components/ui/text-link'
import type { DoorCount, DoorPoint } from '@/lib/check-in/schema'

type DoorHeaderProps = {
  slug: string
  title: string
  point: DoorPoint
  points: DoorPoint[]
  count: DoorCount
  /** Whoever has an account stands at other doors, too. */
  mayLeave: boolean
}

export function DoorHeader({ slug, title, point, points, count, mayLeave }: DoorHeaderProps) {
  const t = useTranslations('checkIn')
  return (
    <header className="border-line border-b">
      <span aria-hidden="true" className="strap block h-2" />
      <div className="mx-auto max-w-measure space-y-2 px-4 py-3 sm:px-8">
        <div className="flex items-center justify-between gap-4">
          <h1 className="line-clamp-2 min-w-0 break-words text-lg">{title}</h1>
          {mayLeave && (
            <TextLink className="-my-2 inline-flex min-h-16 shrink-0 items-center" href="/check-in">
              {t('allEvents')}
            </TextLink>
          )}
        </div>
        <Meter size={count.expected} taken={count.arrived} words={t('count', count)} />
        {points.length > 1 && (
          <nav aria-label={t('points')} className="flex flex-wrap gap-2 pt-1">
            {points.map(({ key, name }) => (
              <Anchor
                aria-current={key === point.key ? 'true' : undefined}
                className="inline-flex min-h-16 items-center rounded border border-line-strong bg-surface px-5 font-semibold text-lg aria-current:border-transparent aria-current:bg-accent aria-current:text-accent-ink"
                href={`/check-in/${slug}?point=${encodeURIComponent(key)}`}
                key={key}
              >
                {name}
              </Anchor>
            ))}
          </nav>
        )}
      </div>
    </header>
  )
}
