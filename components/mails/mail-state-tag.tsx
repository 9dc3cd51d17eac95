import { useTranslations } from 'next-intl'
import { Tag, type Tone } from '@/components/ui/tag'
import type { MailState } from '@/lib/mail/schema'

export function MailStateTag({ state }: { state: MailState }) {
  const t = useTranslations('mail.states')
  return <Tag tone={tones[state]}>{t(state)}</Tag>
}

const tones: Record<MailState, Tone> = { waiting: 'wait', sent: 'good', failed: 'bad' }
