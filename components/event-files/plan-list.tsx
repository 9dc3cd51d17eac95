import { Tag, type Tone } from '../ui/tag'
import type { PlanShown } from './part-state'

export type PlanWords = Record<
  | 'title'
  | 'refusedTitle'
  | 'concerned'
  | 'saveTell'
  | 'saveAgreed'
  | 'saving'
  | 'added'
  | 'changed'
  | 'removed'
  | 'refused',
  string
>

const tones: Record<PlanShown['lines'][number]['kind'], Tone> = {
  added: 'good',
  changed: 'neutral',
  removed: 'wait',
  refused: 'bad',
}

/** What would come, change, go and stay, a line each. */
export function PlanList({ lines, words }: { lines: PlanShown['lines']; words: PlanWords }) {
  return (
    <ul className="space-y-1.5">
      {lines.map(({ kind, label, sentence }) => (
        <li
          className="flex flex-wrap items-baseline gap-x-2 [overflow-wrap:anywhere]"
          key={`${kind} ${label} ${sentence}`}
        >
          <Tag tone={tones[kind]}>{words[kind]}</Tag>
          <span>
            {label && <span className="font-semibold">{label}: </span>}
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  )
}
