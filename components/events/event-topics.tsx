import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { Section } from '../ui/section'
import { Tag } from '../ui/tag'
import { PlainList } from './plain-list'

/** What people want to work on, and the rooms there are for it. */
export function EventTopics({ event }: { event: EventView }) {
  const t = useTranslations('event')
  const { topics, rooms } = event
  return (
    <>
      {topics.length > 0 && (
        <Section
          id="topics"
          note={event.programme.length === 0 ? event.format : undefined}
          title={t('topics')}
        >
          <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {topics.map((topic) => (
              <li className="flex flex-wrap items-baseline gap-2" key={topic.title}>
                {topic.title}
                {topic.idea && <Tag>{t('idea')}</Tag>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {rooms.length > 0 && (
        <Section id="rooms" title={t('rooms_title')}>
          <PlainList items={rooms.map(({ name, seats }) => `${name}: ${t('seats', { seats })}`)} />
        </Section>
      )}
    </>
  )
}
