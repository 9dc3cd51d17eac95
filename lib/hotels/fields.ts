import type { FieldFacts } from '../field-facts'

export const hotelFields = {
  fields: {
    stay: {
      isAsked: true,
      columns: { stay: 'room_type_id nights confirmed_at released_at' },
      basis: 'contract',
      seenBy: ['organizers', 'hotel'],
      keep: 'hotel',
      needs: 'hotels',
      download: ['stay'],
    },
    roommate: {
      isAsked: true,
      columns: { stay: 'roommate', room_share: 'host_id guest_id paired_at' },
      basis: 'contract',
      seenBy: ['organizers', 'hotel', 'person'],
      keep: 'hotel',
      needs: 'hotels',
      download: ['stay.roommate', 'stay.sharedSince'],
    },
  },
  nobody: {
    key: { stay: 'registration_id event_id', room_share: 'event_id' },
    event: {
      hotel: 'id event_id key name url mode keyword link release_on position',
      room_type: 'id event_id hotel_id key name beds position',
      contingent_night: 'id event_id room_type_id night rooms pool_id',
    },
    count: {
      stay_figure: 'id event_id room_type_id nights state has_bed is_confirmed is_released people',
    },
  },
} satisfies FieldFacts
