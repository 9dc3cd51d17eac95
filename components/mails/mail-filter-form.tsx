import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { inputClass } from '@/components/ui/form/field-words'
import { Choice } from '@/components/ui/form/filter-controls'
import { type MailFilter, mailStates } from '@/lib/mail/schema'
import { kindWord } from './kind-word'

/** A form that only reads: what is chosen stands in the address. */
export function MailFilterForm({
  here,
  filter,
  kinds,
}: {
  here: string
  filter: MailFilter
  kinds: string[]
}) {
  const t = useTranslations('mail')
  const named = kinds
    .map((value) => ({ value, label: kindWord(t, value) }))
    .sort((one, other) => one.label.localeCompare(other.label))
  const states = mailStates.map((value) => ({ value, label: t(`states.${value}`) }))
  return (
    <search>
      <form
        action={here}
        className="mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_12rem_1fr_auto]"
        data-print="hide"
        key={JSON.stringify(filter)}
      >
        <label className="col-span-2 block min-w-0 space-y-1.5 lg:col-span-1">
          <span className="block font-semibold text-sm">{t('page.person')}</span>
          <input className={inputClass} defaultValue={filter.q} maxLength={200} name="q" type="search" />
        </label>
        <Choice
          all={t('page.anyState')}
          label={t('page.state')}
          name="state"
          options={states}
          value={filter.state}
        />
        <Choice
          all={t('page.anyKind')}
          label={t('page.kind')}
          name="kind"
          options={named}
          value={filter.kind}
        />
        <div className="col-span-2 flex gap-3 lg:col-span-1">
          <Button type="submit" variant="primary">
            {t('page.apply')}
          </Button>
          <LinkButton href={here} variant="quiet">
            {t('page.all')}
          </LinkButton>
        </div>
      </form>
    </search>
  )
}
