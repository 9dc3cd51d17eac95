import { useTranslations } from 'next-intl'
import { StayFresh } from '@/components/organizer/stay-fresh'
import { LinkButton } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { Meter } from '@/components/ui/meter'
import { Notice } from '@/components/ui/notice'
import type { ImportView } from '@/lib/imports/schema'

type ImportStepProps = {
  list: ImportView
  here: string
  begin: () => Promise<void>
  drop: () => Promise<void>
}

/** What can be done with a list now: begin, wait, or read what became of it. */
export function ImportStep({ list, here, begin, drop }: ImportStepProps) {
  const t = useTranslations('imports')
  const { counts, choices, state } = list
  if (state === 'done') {
    const bad = counts.wrong + counts.refused
    const added = counts.added + counts.in_line
    return (
      <Notice
        role="status"
        title={t('finished', { added, updated: counts.updated, bad })}
        tone={bad ? 'warn' : 'good'}
      >
        {t('finishedNote')}
      </Notice>
    )
  }
  if (state === 'running')
    return (
      <div className="max-w-2xl space-y-3" role="status">
        <Meter
          label={t('underWay')}
          size={list.rows}
          taken={list.done}
          words={t('soFar', { done: list.done, of: list.rows })}
        />
        <p className="text-muted">{t('mayLeave')}</p>
        <LinkButton href={here}>{t('again')}</LinkButton>
        <StayFresh seconds={2} />
      </div>
    )
  const updated = choices.known === 'update' ? counts.known : 0
  return (
    <div className="space-y-4">
      <ul className="max-w-[70ch] list-disc space-y-1 pl-5">
        <li>{t(choices.isTold ? 'willTell' : 'willNotTell')}</li>
        <li>{t(choices.isForced ? 'willForce' : 'willWait')}</li>
        <li>{t('photoOpen')}</li>
      </ul>
      <div className="flex flex-wrap items-start gap-3">
        {counts.new + updated > 0 && (
          <form action={begin}>
            <SubmitButton pendingLabel={t('checking')}>
              {t('begin', { added: counts.new, updated })}
            </SubmitButton>
          </form>
        )}
        <LinkButton href={`${here}?change=1`}>{t('change')}</LinkButton>
        <form action={drop}>
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('dropConfirm')}
            consequence={t('dropText')}
            label={t('drop')}
            title={t('dropTitle')}
          />
        </form>
      </div>
    </div>
  )
}
