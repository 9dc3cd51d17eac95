import 'server-only'
import type { EventFacts } from '../events/save-event'
import { renderMarkdown } from '../markdown'
import { remindersOf } from './complete-mails'
import type { StoredEvent } from './queries'
import { instantOf } from './rules'
import type { EventFile } from './schema'

export function composeFacts(file: EventFile, stored: StoredEvent | undefined, now: Date): EventFacts {
  const maybe = (text: string | undefined) => (text ? timeIn(file, text) : null)
  const { registration, venue, access_list, photos, documents } = file
  const status = file.status ?? 'draft'
  const isNoticeNew =
    stored !== undefined && (stored.file.documents.privacy ?? null) !== (documents.privacy ?? null)
  return {
    slug: file.slug,
    status,
    title: file.title,
    series: file.series ?? null,
    edition: file.edition ?? null,
    summary: file.summary ?? null,
    description: file.description ?? null,
    descriptionHtml: file.description ? renderMarkdown(file.description) : null,
    format: file.format ?? null,
    programme: file.programme,
    timezone: file.timezone,
    startsAt: timeIn(file, file.starts),
    endsAt: timeIn(file, file.ends),
    languages: file.languages,
    accent: file.accent ?? null,
    imagePath: file.image ?? null,
    venueName: venue?.name ?? null,
    venueAddress: venue?.address ?? null,
    venueArrival: venue?.arrival ?? null,
    latitude: venue?.latitude ?? null,
    longitude: venue?.longitude ?? null,
    hosts: plain(file.hosts),
    contacts: plain(file.contacts),
    links: plain(file.links),
    opensAt: maybe(registration.opens),
    closesAt: maybe(registration.closes),
    freezesAt: maybe(registration.freeze),
    isRemoteOffered: file.capacity.remote !== undefined,
    remoteOpensAt: maybe(registration.remote?.opens),
    remoteClosesAt: maybe(registration.remote?.closes),
    isApprovalRequired: registration.approval,
    isEmailConfirmed: registration.confirm_email,
    confirmHours: registration.confirm_hours,
    accessCode: registration.access_code ?? null,
    waiting: registration.waiting,
    offerHours: registration.offer_hours,
    isTransferAllowed: registration.transfer,
    isLegalNameRequired: access_list.required,
    accessListReason: access_list.reason ?? null,
    accessListBring: access_list.bring ?? null,
    accessListOrganization: access_list.organization,
    allergiesHint: file.allergies ?? null,
    arePhotosTaken: photos.taken,
    photosOptOut: photos.opt_out ?? null,
    photosReview: photos.review ?? null,
    codeOfConductUrl: documents.code_of_conduct ?? null,
    privacyNotice: documents.privacy ?? null,
    privacyNoticeHtml: documents.privacy ? renderMarkdown(documents.privacy) : null,
    privacyVersion: (stored?.event.privacyVersion ?? 1) + (isNoticeNew ? 1 : 0),
    embedOrigins: file.embed_origins,
    reminders: remindersOf(file.reminders),
    // Kept until their own pages exist, so that nothing a file says is lost.
    extras: plain({
      rooms: file.rooms,
      topics: file.topics,
      visitorsFromOutside: file.visitors_from_outside,
    }),
    publishedAt: stored?.event.publishedAt ?? (status === 'published' ? now : null),
    cancelledAt: status === 'cancelled' ? (stored?.event.cancelledAt ?? now) : null,
  }
}

/** JSON as it is stored: without keys that hold nothing. */
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T & object

export function timeIn(file: EventFile, text: string): Date {
  const instant = instantOf(text, file.timezone)
  if (!instant.ok) throw new Error(`a file with the time ${text} was not checked before it was saved`)
  return instant.value
}
