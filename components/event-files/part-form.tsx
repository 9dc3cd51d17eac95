import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormValues } from '@/lib/event-forms/schema'
import { ActionForm } from '../ui/form/action-form'
import { HiddenField } from '../ui/form/hidden-field'
import { SubmitButton } from '../ui/form/submit-button'
import type { GroupView } from './describe-part'
import { LivePreview } from './live-preview'
import { PartFields } from './part-fields'
import type { PartState } from './part-state'
import { PlanNotice } from './plan-notice'
import { planWords } from './plan-words'

type PartFormProps = {
  action: (state: PartState, data: FormData) => Promise<PartState>
  groups: GroupView[]
  values: FormValues
  zone: string
  /** What people see of it as it is kept. */
  children: ReactNode
}

const formId = 'part-form'

/** The form of a part, with what people will see of it beside it, or under it on a phone. */
export function PartForm({ action, groups, values, zone, children }: PartFormProps) {
  const t = useTranslations('eventForm.page')
  const words = {
    ...{ optional: t('optional'), inZone: t('inZone', { zone }) },
    ...{ up: t('upShort'), down: t('downShort'), remove: t('removeShort') },
    ...{ upOf: t('up', { what: '{what}' }), downOf: t('down', { what: '{what}' }) },
    removeOf: t('remove', { what: '{what}' }),
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-12 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <ActionForm
        action={action}
        className="space-y-8"
        id={formId}
        initialState={{ values, fieldErrors: {} }}
        summaryTitle={t('mistake')}
      >
        {/* The first button is what Enter presses. */}
        <button aria-hidden="true" className="hidden" name="do" tabIndex={-1} type="submit" value="save" />
        <HiddenField name="seen" value={values.seen?.[0] ?? ''} />
        <PartFields groups={groups} words={words} />
        <PlanNotice words={planWords(t)} />
        <SubmitButton name="do" pendingLabel={t('saving')} value="save">
          {t('save')}
        </SubmitButton>
      </ActionForm>
      <aside
        aria-labelledby="preview"
        className="min-w-0 self-start border-line border-t pt-8 xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:overflow-y-auto xl:border-t-0 xl:border-l xl:pt-0 xl:pl-8"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <h2 className="text-lg" id="preview">
          {t('preview')}
        </h2>
        <p className="mb-5 text-muted text-sm [@media(scripting:none)]:hidden">{t('previewNote')}</p>
        <LivePreview ask={action} formId={formId} waiting={t('previewWaits')}>
          {children}
        </LivePreview>
      </aside>
    </div>
  )
}
