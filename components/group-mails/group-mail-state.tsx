import { useTranslations } from 'next-intl'
import { Tag, type Tone } from '@/components/ui/tag'
import type { Fate, GroupMailState } from '@/lib/group-mails/schema'

export function GroupMailStateTag({ state }: { state: GroupMailState }) {
  const t = useTranslations('groupMails.states')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}

export function FateTag({ fate }: { fate: Fate }) {
  const t = useTranslations('groupMails.fates')
  return <Tag tone={fateTones[fate]}>{t(fate)}</Tag>
}

const tones: Record<GroupMailState, Tone> = {
  draft: 'neutral',
  scheduled: 'wait',
  sending: 'info',
  sent: 'good',
}
const fateTones: Record<Fate, Tone> = {
  waiting: 'wait',
  sent: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  erased: 'neutral',
  opted_out: 'neutral',
}
