import type { ReactNode } from 'react'
import type { FormState } from '../ui/form/form-state'

export type PlanShown = {
  lines: { kind: 'added' | 'changed' | 'removed' | 'refused'; label: string; sentence: string }[]
  /** How many people it is about. */
  concerned: number
  isRefused: boolean
  /** What the next press has to bring along to mean exactly this plan. */
  agreed: string
}

/** What saving a part answers, beside what every form answers. */
export type PartState = FormState & {
  plan?: PlanShown
  preview?: ReactNode
  /** Another one each time rows came, went or moved, so that every control is drawn anew. */
  turn?: number
  focus?: string
}
