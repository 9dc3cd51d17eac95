import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import { ChoiceField } from '@/components/ui/form/choice-field'
import type { FormState } from '@/components/ui/form/form-state'
import { SelectField } from '@/components/ui/form/select-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { TickField } from '@/components/ui/form/tick-field'
import { Section } from '@/components/ui/section'
import type { ImportView } from '@/lib/imports/schema'

type MappingFormProps = {
  list: ImportView
  /** What the first rows say, row by row. */
  samples: string[][]
  targets: { value: string; label: string }[]
  isRemoteOffered: boolean
  action: (state: FormState, data: FormData) => Promise<FormState>
}

/** What each column means, as proposed, and what holds for rows that do not say. */
export function MappingForm({ list, samples, targets, isRemoteOffered, action }: MappingFormProps) {
  const t = useTranslations('imports')
  const { choices } = list
  const example = (at: number) => {
    const said = [...new Set(samples.map((cells) => cells[at]).filter(Boolean))].slice(0, 3)
    return said.length > 0 ? t('example', { said: said.join(' · ').slice(0, 120) }) : t('noExample')
  }
  return (
    <ActionForm action={action} className="space-y-8" summaryTitle={t('mistake')}>
      <Section note={t('columnsNote')} title={t('columns')}>
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
          {list.headers.map((header, at) => (
            <SelectField
              defaultValue={list.mapping[at]}
              emptyLabel={t('leaveOut')}
              hint={<bdi>{example(at)}</bdi>}
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same head
              key={at}
              label={<bdi>{header || t('unnamed', { at: at + 1 })}</bdi>}
              name={`column.${at}`}
              options={targets}
            />
          ))}
        </div>
      </Section>
      <Section title={t('forAll')}>
        <div className="max-w-2xl space-y-5">
          {isRemoteOffered && (
            <ChoiceField
              columns={2}
              defaultValues={[choices.presence]}
              legend={t('presence')}
              name="presence"
              options={[
                { value: 'on_site', label: t('on_site') },
                { value: 'remote', label: t('remote') },
              ]}
            />
          )}
          <ChoiceField
            columns={2}
            defaultValues={[choices.language]}
            legend={t('language')}
            name="language"
            options={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
          />
          <ChoiceField
            defaultValues={[choices.known]}
            legend={t('known')}
            name="known"
            options={[
              { value: 'skip', label: t('skip'), hint: t('skipHint') },
              { value: 'update', label: t('update'), hint: t('updateHint') },
            ]}
          />
          <TickField defaultTicked={choices.isTold} hint={t('tellHint')} label={t('tell')} name="isTold" />
          <TickField
            defaultTicked={choices.isForced}
            hint={t('forceHint')}
            label={t('force')}
            name="isForced"
          />
          <TextField
            defaultValue={choices.reason}
            label={t('reason')}
            maxLength={500}
            name="reason"
            optional={t('whenForced')}
          />
        </div>
      </Section>
      <SubmitButton pendingLabel={t('checking')}>{t('check')}</SubmitButton>
    </ActionForm>
  )
}
