import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { Choice } from '@/components/ui/form/filter-controls'
import type { NamesById } from '@/lib/history/rules'
import type { ActGroup, HistoryFilter } from '@/lib/history/schema'

type HistoryFilterFormProps = {
  here: string
  filter: HistoryFilter
  actors: string[]
  names: NamesById
  /** What of the history can be asked for here. */
  groups: readonly ActGroup[]
  /** Who acts here besides people with an account. */
  kinds?: readonly (typeof everybody)[number][]
}

const everybody = ['attendee', 'token', 'device', 'system', 'command_line'] as const

/** A form that only reads: what is chosen stands in the address. */
export function HistoryFilterForm({
  here,
  filter,
  actors,
  names,
  groups,
  kinds = everybody,
}: HistoryFilterFormProps) {
  const t = useTranslations('history')
  const people = actors
    .map((value) => ({ value, label: names[value] ?? t('who.user') }))
    .sort((one, other) => one.label.localeCompare(other.label))
  return (
    <form
      action={here}
      className="mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-[1fr_1fr_11rem_11rem_auto]"
      data-print="hide"
      key={JSON.stringify(filter)}
    >
      <Choice
        all={t('page.everything')}
        label={t('page.group')}
        name="group"
        options={groups.map((value) => ({ value, label: t(`groups.${value}`) }))}
        value={filter.group}
      />
      <Choice
        all={t('page.everybody')}
        label={t('page.who')}
        name="who"
        options={[...people, ...kinds.map((value) => ({ value, label: t(`actors.${value}`) }))]}
        value={filter.who}
      />
      <Day label={t('page.from')} name="from" value={filter.from} />
      <Day label={t('page.to')} name="to" value={filter.to} />
      <div className="col-span-2 flex gap-3 md:col-span-4 xl:col-span-1">
        <Button type="submit" variant="primary">
          {t('page.apply')}
        </Button>
        <LinkButton href={here} variant="quiet">
          {t('page.all')}
        </LinkButton>
      </div>
    </form>
  )
}

function Day({ label, name, value }: { label: string; name: string; value?: string }) {
  return (
    <label className="block min-w-0 space-y-1.5">
      <span className="block font-semibold text-sm">{label}</span>
      <input className={inputClass} defaultValue={value ?? ''} name={name} type="date" />
    </label>
  )
}
