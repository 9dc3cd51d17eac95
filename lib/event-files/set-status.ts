import 'server-only'
import { now } from '../clock'
import { db } from '../db/client'
import type { Deed } from '../history/record'
import type { OrganizerKey } from '../keys'
import { ok, type Result, refused } from '../result'
import { applyEventFile } from './apply-event-file'
import { checkBeforePublishing } from './check-before-publishing'
import { getStoredEvent } from './queries'
import type { EventFile } from './schema'

export type StatusRefusal = 'changed_meanwhile' | 'not_ready' | 'somebody_registered'
type Status = NonNullable<EventFile['status']>
type Wish = {
  expectedRevision: number
  /** Everybody who is registered gets a mail about it. */
  notify?: boolean
  /** Whoever wishes this has read what the checks doubt. */
  isSure?: boolean
}

/**
 * Publishes, takes back, calls off or revives the key's event. Publishing runs the checks first; taking it back is for
 * events that nobody is registered for. Answers how many people are written to.
 */
export async function setStatus(
  key: OrganizerKey,
  status: Status,
  { expectedRevision, notify = false, isSure = false }: Wish,
): Promise<Result<{ told: number }, StatusRefusal>> {
  const { file } = await getStoredEvent(db(), key.eventId)
  if (status === 'published' && file.status === 'draft') {
    const doubts = checkBeforePublishing(file, now())
    if (doubts.some(({ isFatal }) => isFatal) || (doubts.length > 0 && !isSure)) return refused('not_ready')
  }
  const { refusal, told } = await applyEventFile(
    { ...file, status },
    {
      about: { eventId: key.eventId },
      actor: { kind: 'user', id: key.userId },
      act: acts[status],
      expectedRevision,
      keepsMails: true,
      notify,
    },
  )
  if (refusal === 'refused') return refused('somebody_registered')
  return refusal ? refused(refusal) : ok({ told })
}

const acts: Record<Status, Deed['act']> = {
  draft: 'unpublished_event',
  published: 'published_event',
  cancelled: 'cancelled_event',
}
