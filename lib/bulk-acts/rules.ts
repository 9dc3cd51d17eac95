import type { BulkKind, BulkRefusal, BulkStanding } from './schema'

/** Why an act cannot be done to somebody who stands like this; null where it can, as far as one knows beforehand. */
export function foreseen(kind: BulkKind, { status, isInLine, isErased }: BulkStanding): BulkRefusal | null {
  if (isErased) return 'gone'
  if (kind === 'tag' || kind === 'untag') return null
  if (status === 'cancelled') return 'cancelled_already'
  if (kind === 'cancel') return null
  if (kind === 'decline') return status === 'pending_approval' ? null : 'not_pending'
  if (kind === 'promote')
    return isInLine && (status === 'confirmed' || status === 'waitlisted') ? null : 'not_waiting'
  if (status === 'confirmed') return 'confirmed_already'
  return status === 'waitlisted' ? 'in_line' : null
}
