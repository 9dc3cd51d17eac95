import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { SearchIcon } from '@/components/ui/icons'
import { type AttendeeFilter, photoWords, presenceWords, statuses } from '@/lib/attendees/schema'
import { attendeesHref } from './attendees-href'

type AttendeeFilterFormProps = { slug: string; filter: AttendeeFilter; placeName: string | null }

/** A form that only reads: what is chosen stands in the address, so that it can be kept and sent on. */
export function AttendeeFilterForm({ slug, filter, placeName }: AttendeeFilterFormProps) {
  const t = useTranslations('organizer')
  const common = useTranslations('common')
  const words = <Word extends string>(list: readonly Word[], say: (word: Word) => string) =>
    list.map((word) => ({ value: word, label: say(word) }))
  return (
    <form action={attendeesHref(slug, {})} className="mb-6 space-y-4" data-print="hide">
      <div className="grid grid-cols-2 gap-x-3 gap-y-4 sm:gap-x-4 xl:grid-cols-[2fr_1fr_1fr_1fr_1fr]">
        <label className="block col-span-2 space-y-1.5 xl:col-span-1">
          <span className="block font-semibold">{t('list.search')}</span>
          <input className={inputClass} defaultValue={filter.q} maxLength={200} name="q" type="search" />
        </label>
        <Choice
          all={t('list.all')}
          label={t('list.status')}
          name="status"
          options={[
            { value: 'live', label: t('list.live') },
            ...words(statuses, (word) => t(`status.${word}`)),
          ]}
          value={filter.status?.[0]}
        />
        <Choice
          all={t('list.all')}
          label={t('list.presence')}
          name="presence"
          options={words(presenceWords, (word) => t(`presence.${word}`))}
          value={filter.presence?.[0]}
        />
        <Choice
          all={t('list.all')}
          label={t('list.photo')}
          name="photo"
          options={words(photoWords, (word) => t(`photo.${word}`))}
          value={filter.photo?.[0]}
        />
        <Choice
          label={t('list.sort')}
          name="sort"
          options={words(['registered_at', 'name'] as const, (word) => t(`list.sorted.${word}`))}
          value={filter.sort}
        />
      </div>
      {(['diet', 'arrived', 'coming', 'place', 'standing'] as const).map(
        (name) => filter[name] && <input key={name} name={name} type="hidden" value={filter[name]} />,
      )}
      {(placeName || filter.diet || filter.arrived || filter.coming || filter.standing) && (
        <p className="text-muted">
          {t('list.only')}{' '}
          {[
            placeName,
            filter.standing && t(`list.standing.${filter.standing}`),
            filter.diet && t(`diet.${filter.diet}`),
            filter.arrived && t(`list.arrived.${filter.arrived}`),
            filter.coming && t(`list.coming.${filter.coming}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          <SearchIcon />
          {common('search')}
        </Button>
        <LinkButton href={attendeesHref(slug, {})} variant="quiet">
          {t('list.everybody')}
        </LinkButton>
      </div>
    </form>
  )
}

type ChoiceProps = {
  name: string
  label: string
  all?: string
  value?: string
  options: { value: string; label: string }[]
}

function Choice({ name, label, all, value = '', options }: ChoiceProps) {
  return (
    <label className="block space-y-1.5">
      <span className="block font-semibold">{label}</span>
      <select className={inputClass} defaultValue={value} key={value} name={name}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
