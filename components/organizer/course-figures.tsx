import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { atThisPoint, courseOf, lastWeek } from '@/lib/dashboards/rules'
import type { Edition, LastEdition } from '@/lib/dashboards/schema'
import { attendeesHref } from './attendees-href'
import { CourseChart } from './course-chart'
import { FigureGrid } from './figure-grid'

type CourseFiguresProps = {
  slug: string
  ours: Edition
  last: (LastEdition & Edition) | null
  /** The date in the event's zone. */
  today: string
}

/** How registrations came in: this week, in all, and where the last edition was as many days before it. */
export function CourseFigures({ slug, ours, last, today }: CourseFiguresProps) {
  const t = useTranslations('organizer.figures')
  const all = ours.days.reduce((sum, { people }) => sum + people, 0)
  const week = lastWeek(ours, today)
  const then = last && atThisPoint(ours, last, today)
  return (
    <div className="space-y-4">
      <FigureGrid>
        <FigureSentence
          figure={all}
          href={attendeesHref(slug, {})}
          note={t('madeNote')}
          sentence={t('made', { count: all })}
        />
        <FigureSentence
          figure={week.people}
          href={attendeesHref(slug, { from: week.from, to: today })}
          sentence={t('week', { count: week.people })}
        />
        {last && then && (
          <FigureSentence
            figure={then.people}
            href={attendeesHref(last.slug, { to: then.day })}
            sentence={t('then', { title: last.title })}
          />
        )}
      </FigureGrid>
      <CourseChart course={courseOf(ours, last, today)} lastTitle={last?.title ?? null} slug={slug} />
    </div>
  )
}
