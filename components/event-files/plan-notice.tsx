'use client'

import { useContext } from 'react'
import { FormContext } from '../ui/form/form-context'
import { SubmitButton } from '../ui/form/submit-button'
import { Notice } from '../ui/notice'
import type { PartState } from './part-state'
import { PlanList, type PlanWords } from './plan-list'

/** What saving would do where that is worth a second look; the buttons under it do exactly that. */
export function PlanNotice({ words }: { words: PlanWords }) {
  const { state } = useContext(FormContext) as { state: PartState }
  const { plan } = state
  if (!plan) return null
  return (
    <Notice
      role="alert"
      title={plan.isRefused ? words.refusedTitle : words.title}
      tone={plan.isRefused ? 'bad' : 'warn'}
    >
      <PlanList lines={plan.lines} words={words} />
      {plan.concerned > 0 && <p>{words.concerned.replace('{count}', String(plan.concerned))}</p>}
      {!plan.isRefused && (
        <div className="flex flex-wrap gap-3 pt-2">
          <input name="agreed" type="hidden" value={plan.agreed} />
          {plan.concerned > 0 && (
            <SubmitButton name="do" pendingLabel={words.saving} value="tell">
              {words.saveTell}
            </SubmitButton>
          )}
          <SubmitButton
            name="do"
            pendingLabel={words.saving}
            value="agree"
            variant={plan.concerned > 0 ? 'secondary' : 'primary'}
          >
            {words.saveAgreed}
          </SubmitButton>
        </div>
      )}
    </Notice>
  )
}
