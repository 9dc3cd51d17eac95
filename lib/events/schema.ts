import type { PoolView } from '../places/schema'

export type EventStatus = 'draft' | 'published' | 'cancelled'
export type WaitingMode = 'auto' | 'offer' | 'off'
export type Contact = { role: string; email: string; name?: string; url?: string }
export type NamedLink = { label: string; url: string }
/** A mail so many hours before the event starts; `still_coming` asks for a yes or no. */
export type Reminder = { kind: 'reminder' | 'still_coming'; hoursBefore: number }
export type Host = { name: string; url?: string }

/** Who this address belongs to: the event itself, or where an old name has moved. */
export type EventRef = { id: string; slug: string; status: EventStatus; movedTo?: string }

/** One event as pages and rules see it. Instants are `Date`, `timezone` is an IANA name. */
export type EventView = {
  id: string
  slug: string
  status: EventStatus
  revision: number
  title: string
  series: string | null
  edition: number | null
  summary: string | null
  descriptionHtml: string | null
  format: string | null
  programme: string[]
  timezone: string
  startsAt: Date
  endsAt: Date
  languages: string[]
  accent: string | null
  venueName: string | null
  venueAddress: string | null
  venueArrival: string | null
  latitude: number | null
  longitude: number | null
  hosts: Host[]
  contacts: Contact[]
  links: NamedLink[]
  opensAt: Date | null
  closesAt: Date | null
  freezesAt: Date | null
  isRemoteOffered: boolean
  remoteOpensAt: Date | null
  remoteClosesAt: Date | null
  waiting: WaitingMode
  isApprovalRequired: boolean
  isEmailConfirmed: boolean
  confirmHours: number
  offerHours: number
  isTransferAllowed: boolean
  /** Never for a page to show: only compared with what somebody typed. */
  accessCode: string | null
  embedOrigins: string[]
  reminders: Reminder[]
  isLegalNameRequired: boolean
  accessListReason: string | null
  accessListBring: string | null
  accessListOrganization: boolean
  allergiesHint: string | null
  arePhotosTaken: boolean
  photosOptOut: string | null
  photosReview: string | null
  codeOfConductUrl: string | null
  privacyNoticeHtml: string | null
  privacyVersion: number
  publishedAt: Date | null
  updatedAt: Date
  topics: { title: string; idea?: boolean }[]
  rooms: { name: string; seats: number }[]
  visitorsFromOutside: string | null
  pools: EventPools
}

/** Live figures; `days` in the order of the calendar. */
export type EventPools = {
  onSite: PoolView
  remote: PoolView
  days: PoolView[]
  byId: Record<string, PoolView>
}

export type EventSummary = Pick<
  EventView,
  | 'id'
  | 'slug'
  | 'status'
  | 'revision'
  | 'title'
  | 'summary'
  | 'timezone'
  | 'startsAt'
  | 'endsAt'
  | 'venueName'
  | 'venueAddress'
  | 'accent'
  | 'updatedAt'
>
