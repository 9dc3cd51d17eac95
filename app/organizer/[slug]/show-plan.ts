import type { FormWords } from '@/components/event-files/describe-part'
import type { PlanShown } from '@/components/event-files/part-state'
import { sayPath } from '@/components/event-files/say-path'
import type { Language } from '@/lib/dates'
import type { PlanLine } from '@/lib/event-files/plan-changes'
import type { EventFile } from '@/lib/event-files/schema'
import { hashToken } from '@/lib/tokens'

type Foreseen = { plan: PlanLine[]; concerned: number }

/** A plan in the words of the desk; things are called as one of the files calls them, the newer one first. */
export function showPlan(
  { plan, concerned }: Foreseen,
  files: [EventFile, EventFile | undefined],
  words: FormWords,
  language: Language,
): PlanShown {
  const [wanted, stored = wanted] = files
  return {
    lines: plan.map(({ kind, path, sentence }) => ({
      kind,
      label: sayPath(path, kind === 'removed' || kind === 'refused' ? stored : wanted, words, language),
      sentence,
    })),
    concerned,
    isRefused: plan.some(({ kind }) => kind === 'refused'),
    agreed: hashToken(JSON.stringify([plan, concerned])).slice(0, 24),
  }
}

/** Whether somebody should see it before it is done: something goes away, or people planned by what it was. */
export const isWorthALook = ({ lines, concerned }: PlanShown): boolean =>
  concerned > 0 || lines.some(({ kind }) => kind === 'removed')
