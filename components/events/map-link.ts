import type { EventView } from '@/lib/events/schema'

type Place = Pick<EventView, 'latitude' | 'longitude' | 'venueName' | 'venueAddress'>

/** A plain link to a public map; nothing of it is loaded into our page. */
export function mapLink({ latitude, longitude, venueName, venueAddress }: Place): string {
  if (latitude !== null && longitude !== null)
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  const query = venueAddress ?? venueName ?? ''
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`
}
