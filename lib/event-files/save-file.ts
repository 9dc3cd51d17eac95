import 'server-only'
import { arrangeActivities } from '../activities/arrange-activities'
import type { Transaction } from '../db/client'
import { arrangeCapacity } from '../events/arrange-capacity'
import { arrangeCheckInPoints } from '../events/arrange-check-in-points'
import { type EventFacts, saveEvent } from '../events/save-event'
import { arrangeHotels } from '../hotels/arrange-hotels'
import { renderMarkdown } from '../markdown'
import { arrangeMeals } from '../meals/arrange-meals'
import { daysOf } from './plan-changes'
import type { StoredEvent } from './queries'
import { instantOf } from './rules'
import type { EventFile } from './schema'

/** Writes everything a file says; needs a plan without refusals, and `lockPools` for an event that is there. */
export async function saveFile(
  tx: Transaction,
  stored: StoredEvent | undefined,
  file: EventFile,
  now: Date,
): Promise<string> {
  const eventId = await saveEvent(tx, stored?.id ?? null, factsOf(file, stored, now), file.also_known_as)
  const at = (text: string) => timeIn(file, text)
  const maybe = (text: string | undefined) => (text ? at(text) : null)
  const { on_site, remote, per_day } = file.capacity
  await arrangeCapacity(tx, eventId, {
    onSite: on_site ?? null,
    remote: typeof remote === 'number' ? remote : null,
    perDay: per_day,
    days: daysOf(file),
  })
  await arrangeActivities(
    tx,
    eventId,
    file.activities.map(({ starts, ends, closes, capacity, place, text, url, ...activity }) => ({
      ...activity,
      startsAt: at(starts),
      endsAt: maybe(ends),
      closesAt: maybe(closes),
      place: place ?? null,
      text: text ?? null,
      url: url ?? null,
      size: capacity ?? null,
    })),
  )
  await arrangeMeals(
    tx,
    eventId,
    file.meals.map(({ starts, ends, options, ...meal }) => ({
      ...meal,
      startsAt: maybe(starts),
      endsAt: maybe(ends),
      options: options.map(({ capacity, ...option }) => ({ ...option, size: capacity ?? null })),
    })),
  )
  await arrangeHotels(
    tx,
    eventId,
    file.hotels.map(({ key, name, url, contingent, room_types }) => ({
      key,
      name,
      url: url ?? null,
      mode: contingent === 'none' ? 'none' : contingent.mode,
      keyword: (contingent !== 'none' && contingent.keyword) || null,
      link: (contingent !== 'none' && contingent.link) || null,
      releaseOn: (contingent !== 'none' && contingent.release) || null,
      roomTypes: room_types,
    })),
  )
  await arrangeCheckInPoints(
    tx,
    eventId,
    file.check_in_points.map(({ key, name, arrival, exits }) => ({
      key,
      name,
      isArrival: arrival,
      hasExits: exits,
    })),
  )
  return eventId
}

function factsOf(file: EventFile, stored: StoredEvent | undefined, now: Date): EventFacts {
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
    accessCode: registration.access_code ?? null,
    waiting: registration.waiting,
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
    // Kept until their own pages exist, so that nothing a file says is lost.
    extras: plain({
      rooms: file.rooms,
      topics: file.topics,
      questions: file.questions,
      visitorsFromOutside: file.visitors_from_outside,
    }),
    publishedAt: stored?.event.publishedAt ?? (status === 'published' ? now : null),
    cancelledAt: status === 'cancelled' ? (stored?.event.cancelledAt ?? now) : null,
  }
}

function timeIn(file: EventFile, text: string): Date {
  const instant = instantOf(text, file.timezone)
  if (!instant.ok) throw new Error(`a file with the time ${text} was not checked before it was saved`)
  return instant.value
}

/** JSON as it is stored: without keys that hold nothing. */
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T & object
