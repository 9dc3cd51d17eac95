import { useTranslations } from 'next-intl'
import { Tag, type Tone } from '@/components/ui/tag'
import type { AttendeeRow } from '@/lib/attendees/schema'

const tones: Record<AttendeeRow['status'], Tone> = {
  confirmed: 'good',
  waitlisted: 'wait',
  pending_approval: 'wait',
  unverified: 'neutral',
  cancelled: 'bad',
}

export function StatusTag({ status }: { status: AttendeeRow['status'] }) {
  const t = useTranslations('organizer.status')
  return <Tag tone={tones[status]}>{t(status)}</Tag>
}
