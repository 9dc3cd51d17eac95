import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import type { AttendeeFilter } from '@/lib/attendees/schema'
import { chosenActs } from '@/lib/bulk-acts/schema'
import { filterQuery } from './attendees-href'

type ChooseManyProps = { slug: string; filter: AttendeeFilter; count: number }

/** What to do, and to whom: those ticked in the table, or everybody who fits. Leads to a page that says it all first. */
export function ChooseMany({ slug, filter, count }: ChooseManyProps) {
  const t = useTranslations('organizer.many')
  const { person: ticked, after: _, before: __, view: ___, ...kept } = filter
  return (
    <form
      action={`/organizer/${slug}/attendees/many`}
      className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 rounded border border-line bg-surface px-4 py-3"
      data-print="hide"
      id={formOfMany}
    >
      {[...new URLSearchParams(filterQuery(kept))].map(([name, value]) => (
        <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
      ))}
      <label className="space-y-1.5">
        <span className="block font-semibold">{t('act')}</span>
        <select className={inputClass} name="act">
          {chosenActs.map((act) => (
            <option key={act} value={act}>
              {t(`acts.${act}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="flex flex-wrap items-center gap-x-5">
        <legend className="sr-only">{t('whom')}</legend>
        <Who label={t('ticked')} value="ticked" />
        {/* A list of ticked people narrowed once more is a list of people: "everybody" would be others. */}
        {!ticked && <Who label={t('everybody', { count })} value="all" />}
      </fieldset>
      <Button type="submit">{t('look')}</Button>
    </form>
  )
}

/** A box in a row of the table; it belongs to the form above. */
export function TickPerson({ id, name }: { id: string; name: string }) {
  const t = useTranslations('organizer.many')
  return (
    <input
      aria-label={t('tick', { name })}
      className="relative z-10 block size-6"
      form={formOfMany}
      name="person"
      type="checkbox"
      value={id}
    />
  )
}

const formOfMany = 'many'

function Who({ label, value }: { label: string; value: 'ticked' | 'all' }) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input className="size-5" defaultChecked={value === 'ticked'} name="who" type="radio" value={value} />
      {label}
    </label>
  )
}
