import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { SearchIcon } from '@/components/ui/icons'
import type { AttendeeFilter } from '@/lib/attendees/schema'
import type { Language } from '@/lib/dates'
import type { EventOffer } from '@/lib/registrations/schema'
import { attendeesHref } from './attendees-href'
import { FilterFields } from './filter-fields'

type AttendeeFilterFormProps = {
  slug: string
  filter: AttendeeFilter
  offer: EventOffer
  tags: string[]
  language: Language
}

// What has no control of its own stays what it was.
const kept = [
  ...(['place', 'standing', 'arrivedIn', 'person', 'answered', 'unanswered'] as const),
  ...(['sort', 'way', 'view'] as const),
]

/** A form that only reads: what is chosen stands in the address, so that it can be kept and sent on. */
export function AttendeeFilterForm({ slug, filter, ...offered }: AttendeeFilterFormProps) {
  const t = useTranslations('organizer.list')
  const common = useTranslations('common')
  return (
    <form action={attendeesHref(slug, {})} className="mb-4 space-y-3" data-print="hide">
      <div className="flex flex-wrap items-end gap-3">
        <label className="block min-w-60 flex-1 space-y-1.5">
          <span className="block font-semibold">{t('search')}</span>
          <input
            aria-keyshortcuts="/"
            className={inputClass}
            defaultValue={filter.q}
            key={filter.q}
            maxLength={200}
            name="q"
            type="search"
          />
        </label>
        <Button type="submit" variant="primary">
          <SearchIcon />
          {common('search')}
        </Button>
        <LinkButton href={attendeesHref(slug, {})} variant="quiet">
          {t('everybody')}
        </LinkButton>
      </div>
      {kept.flatMap((name) =>
        [filter[name] ?? []]
          .flat()
          .map((value) => <input key={`${name} ${value}`} name={name} type="hidden" value={value} />),
      )}
      <details className="rounded border border-line bg-surface">
        <summary className="cursor-pointer px-4 py-3 font-semibold">{t('filters')}</summary>
        <div className="border-line border-t p-4">
          <FilterFields filter={filter} {...offered} />
          <div className="mt-5">
            <Button type="submit" variant="primary">
              {t('showThese')}
            </Button>
          </div>
        </div>
      </details>
    </form>
  )
}
