import 'server-only'
import type { Transaction } from '../db/client'
import type { HandoutLine } from '../handouts/schema'
import type { OrganizerKey } from '../keys'
import { hashToken } from '../tokens'

type Reading = { isFrozen?: boolean }

/** Who may be let in by the host: the names of those who come to the place, and their organisation where demanded. */
export async function listAccess(
  tx: Transaction,
  { eventId }: OrganizerKey,
  { withOrganization, isFrozen }: Reading & { withOrganization: boolean },
): Promise<HandoutLine[]> {
  const rows = await tx.$queryRawUnsafe<Record<'id' | 'legal_name' | 'organization', string>[]>(
    `SELECT r.id, r.legal_name, COALESCE(r.organization, '') AS organization FROM registration r
      WHERE r.event_id = $1::uuid AND ${comes} AND COALESCE(r.legal_name, '') <> ''
      ORDER BY check_in_sounds(r.legal_name), r.id ${held(isFrozen)}`,
    eventId,
  )
  return rows.map(({ id, legal_name, organization }) => ({
    registrationId: id,
    cells: { legal_name, ...(withOrganization && { organization }) },
  }))
}

/** How many come to the place without having told a legal name: they are on no access list. */
export async function countNameless(tx: Transaction, { eventId }: OrganizerKey): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM registration r
      WHERE r.event_id = $1::uuid AND ${comes} AND COALESCE(r.legal_name, '') = ''`,
    eventId,
  )
  return row!.count
}

/** Who sleeps where, with whom, in the order of hotels and names; of one hotel, or of all. */
export async function listRooming(
  tx: Transaction,
  { eventId }: OrganizerKey,
  { hotelId, isFrozen }: Reading & { hotelId: string | null },
): Promise<HandoutLine[]> {
  const rows = await tx.$queryRawUnsafe<RoomRow[]>(
    `SELECT r.id, h.name AS hotel, r.name, t.name AS room_type, s.nights::text[] AS nights,
            COALESCE((SELECT mate.name FROM room_share w JOIN registration mate
                          ON mate.id = CASE WHEN w.host_id = r.id THEN w.guest_id ELSE w.host_id END
                       WHERE r.id IN (w.host_id, w.guest_id)), '') AS room_mate
       FROM stay s JOIN registration r ON r.id = s.registration_id
       JOIN room_type t ON t.id = s.room_type_id JOIN hotel h ON h.id = t.hotel_id
       JOIN claim c ON c.registration_id = r.id AND c.kind = 'stay' AND c.subject_id = t.id AND c.state = 'held'
      WHERE s.event_id = $1::uuid AND r.status = 'confirmed' AND s.released_at IS NULL AND c.offered_until IS NULL
        AND ($2::uuid IS NULL OR h.id = $2::uuid)
      ORDER BY h.position, check_in_sounds(r.name), r.id ${held(isFrozen)}`,
    eventId,
    hotelId,
  )
  return rows.map(({ id, ...cells }) => ({ registrationId: id, cells }))
}

/** What a list said, to be known again: the hotel may have got another than the one that stands there now. */
export const sealLines = (lines: HandoutLine[]): string => hashToken(JSON.stringify(lines)).slice(0, 24)

type RoomRow = Record<'id' | 'hotel' | 'name' | 'room_type' | 'room_mate', string> & { nights: string[] }

const comes = `r.status = 'confirmed' AND r.presence <> 'remote'`

// Whoever is being erased is waited for, and is not on the list then; whoever is on it is taken off afterwards.
const held = (isFrozen = false): string => (isFrozen ? 'FOR SHARE OF r' : '')
