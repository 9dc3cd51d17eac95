import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

const tones = {
  cancelled: 'good',
  added: 'good',
  changed: 'good',
  unchanged: 'info',
  noted: 'good',
  dropped: 'good',
  tagged: 'good',
  written: 'good',
  not_yours: 'warn',
} as const

/** What was just done about somebody. */
export function PersonDone({ done }: { done: string | string[] | undefined }) {
  const t = useTranslations('organizer.person.done')
  if (typeof done !== 'string' || !Object.hasOwn(tones, done)) return null
  const word = done as keyof typeof tones
  return <Notice role="status" title={t(word)} tone={tones[word]} />
}
