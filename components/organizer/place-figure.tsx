import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { placesLeft } from '@/lib/places/rules'
import type { PoolView } from '@/lib/places/schema'
import { attendeesHref } from './attendees-href'

type PlaceFigureProps = {
  slug: string
  pool: PoolView
  waiting: number
  kind: 'places' | 'rooms' | 'portions'
  /** What the places are of, in words. */
  sentence: ReactNode
}

/** One thing that can run out: "23 of 30", what it is, and beneath it what is left and who waits. */
export function PlaceFigure({ slug, pool, waiting, kind, sentence }: PlaceFigureProps) {
  const t = useTranslations('organizer.figures')
  const left = placesLeft(pool)
  const notes = [
    left === null ? t('unlimited') : t(`left.${kind}`, { count: left }),
    waiting > 0 ? t('inLine', { count: waiting }) : '',
  ]
  return (
    <FigureSentence
      figure={pool.size === null ? pool.taken : t('of', { count: pool.taken, size: pool.size })}
      href={attendeesHref(slug, {
        place: pool.id,
        standing: pool.taken === 0 && waiting > 0 ? 'waiting' : 'held',
      })}
      note={notes.filter(Boolean).join(' · ')}
      sentence={sentence}
    />
  )
}
