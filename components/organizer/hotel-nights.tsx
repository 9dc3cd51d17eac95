import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { Section } from '@/components/ui/section'
import type { HotelFigures } from '@/lib/dashboards/schema'
import { attendeesHref } from './attendees-href'
import { FigureGrid } from './figure-grid'
import { NightTable } from './night-table'
import { ReleaseAlarm } from './release-alarm'

type HotelNightsProps = Parameters<typeof NightTable>[0] & {
  guests: HotelFigures[string] | undefined
  today: string
  isOver: boolean
}

/** One hotel: when it takes rooms back, how many people sleep there, and its nights. */
export function HotelNights({ hotel, slug, pools, figures, guests, today, isOver }: HotelNightsProps) {
  const t = useTranslations('organizer.figures')
  const { held = 0, confirmed = 0 } = guests ?? {}
  const sleeps = (room: ('held' | 'confirmed')[]) => attendeesHref(slug, { hotel: hotel.key, room })
  return (
    <Section level={3} title={hotel.name}>
      <div className="space-y-4">
        <ReleaseAlarm hotel={hotel} isOver={isOver} slug={slug} today={today} unbooked={held} />
        <FigureGrid>
          <FigureSentence
            figure={held + confirmed}
            href={sleeps(['held', 'confirmed'])}
            sentence={t('guests', { count: held + confirmed })}
          />
          <FigureSentence
            figure={confirmed}
            href={sleeps(['confirmed'])}
            sentence={t('booked', { count: confirmed })}
          />
        </FigureGrid>
        <NightTable figures={figures} hotel={hotel} pools={pools} slug={slug} />
      </div>
    </Section>
  )
}
