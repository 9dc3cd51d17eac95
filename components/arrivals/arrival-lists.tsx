import { useTranslations } from 'next-intl'
import { attendeesHref } from '@/components/organizer/attendees-href'
import { Section } from '@/components/ui/section'
import { TextLink } from '@/components/ui/text-link'
import type { ArrivalBoard } from '@/lib/arrivals/schema'
import { type Language, sayMoment, sayTime } from '@/lib/dates'

type LastProps = {
  slug: string
  last: ArrivalBoard['last']
  zone: string
  language: Language
  isToday: boolean
}

/** The latest arrivals, with when and on which phone. */
export function LastArrivals({ slug, last, zone, language, isToday }: LastProps) {
  const t = useTranslations('arrivals')
  const say = isToday ? sayTime : sayMoment
  return (
    <Section title={t('last')}>
      {last.length === 0 && <p className="text-muted">{t('lastEmpty')}</p>}
      <ol className={list}>
        {last.map(({ id, name, at, device }) => (
          <li className={row} key={id}>
            <Person id={id} name={name} slug={slug} />
            <span className="text-muted text-sm tabular-nums">
              {t('lastLine', { time: say(at, zone, language), device })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

type MissingProps = { slug: string; missing: ArrivalBoard['missing']; count: number }

/** The first of those who are expected and not here, and the way to all of them. */
export function MissingPeople({ slug, missing, count }: MissingProps) {
  const t = useTranslations('arrivals')
  const all = attendeesHref(slug, {
    status: 'confirmed',
    presence: ['on_site', 'activity_only'],
    arrived: 'no',
  })
  return (
    <Section
      aside={count > 0 && <TextLink href={all}>{t('missingAll')}</TextLink>}
      note={count > 0 ? t('missingCount', { count }) : t('nobodyMissing')}
      title={t('missing')}
    >
      <ul className={list}>
        {missing.map(({ id, name, organization }) => (
          <li className={row} key={id}>
            <Person id={id} name={name} slug={slug} />
            {organization && <span className="min-w-0 break-words text-muted text-sm">{organization}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const list = 'divide-y divide-line'
const row = 'flex flex-wrap items-baseline justify-between gap-x-4 py-2'

function Person({ slug, id, name }: { slug: string; id: string; name: string }) {
  return (
    <TextLink className="min-w-0 break-words" href={`/organizer/${slug}/attendees/${id}`}>
      <bdi>{name}</bdi>
    </TextLink>
  )
}
