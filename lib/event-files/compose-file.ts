import 'server-only'
import type { WholeEvent } from '../events/queries'
import type { Reminder } from '../events/schema'
import type { MailText } from '../mail/schema'
import type { QuestionView } from '../questions/schema'
import { composeMails, composeReminders } from './complete-mails'
import { completeTopics } from './complete-topics'
import { composeActivities, composeHotels, composeMeals, composeQuestions } from './compose-parts'
import { timeTextOf } from './rules'
import type { EventFile } from './schema'
import { eventFileSchema } from './schema'

const { contacts, hosts, links, rooms, topics } = eventFileSchema.shape

/** A stored event in the words of a file. */
export function composeFile(event: WholeEvent, questions: QuestionView[], texts: MailText[]): EventFile {
  const time = (at: Date) => timeTextOf(at, event.timezone)
  const maybe = (at: Date | null) => (at ? time(at) : undefined)
  const extras = event.extras as Record<string, unknown>
  const remoteTimes = { opens: maybe(event.remoteOpensAt), closes: maybe(event.remoteClosesAt) }
  const sizeOf = (kind: string) => event.pools.find((pool) => pool.kind === kind)?.size ?? undefined
  return {
    title: event.title,
    slug: event.slug,
    timezone: event.timezone,
    starts: time(event.startsAt),
    ends: time(event.endsAt),
    // The database keeps these as JSON without an order of keys; the schema puts them back into its own.
    contacts: contacts.parse(event.contacts),
    series: event.series ?? undefined,
    edition: event.edition ?? undefined,
    also_known_as: event.oldSlugs.map(({ slug }) => slug),
    hosts: hosts.parse(event.hosts),
    image: event.imagePath ?? undefined,
    accent: (event.accent as EventFile['accent'] | null) ?? undefined,
    summary: event.summary ?? undefined,
    description: event.description ?? undefined,
    format: event.format ?? undefined,
    programme: event.programme,
    languages: event.languages as EventFile['languages'],
    status: event.status,
    venue: event.venueName === null ? undefined : { name: event.venueName, ...venueOf(event) },
    registration: {
      opens: maybe(event.opensAt),
      closes: maybe(event.closesAt),
      freeze: maybe(event.freezesAt),
      approval: event.isApprovalRequired,
      confirm_email: event.isEmailConfirmed,
      confirm_hours: event.confirmHours,
      access_code: event.accessCode ?? undefined,
      remote: remoteTimes.opens || remoteTimes.closes ? remoteTimes : undefined,
      waiting: event.waiting,
      offer_hours: event.offerHours,
      transfer: event.isTransferAllowed,
    },
    capacity: {
      on_site: sizeOf('on_site'),
      remote: event.isRemoteOffered ? (sizeOf('remote') ?? 'unlimited') : undefined,
      per_day: event.pools.find(({ kind, size }) => kind === 'day' && size !== null)?.size ?? undefined,
    },
    access_list: {
      required: event.isLegalNameRequired,
      reason: event.accessListReason ?? undefined,
      bring: event.accessListBring ?? undefined,
      organization: event.accessListOrganization,
    },
    activities: composeActivities(event),
    meals: composeMeals(event),
    allergies: event.allergiesHint ?? undefined,
    hotels: composeHotels(event),
    photos: {
      taken: event.arePhotosTaken,
      opt_out: event.photosOptOut ?? undefined,
      review: event.photosReview ?? undefined,
    },
    rooms: rooms.parse(extras.rooms),
    check_in_points: event.checkInPoints.map(({ name, key, isArrival, hasExits }) => ({
      name,
      key,
      arrival: isArrival,
      exits: hasExits,
    })),
    embed_origins: event.embedOrigins,
    topics: completeTopics(topics.parse(extras.topics)),
    questions: composeQuestions(questions),
    reminders: composeReminders(event.reminders as Reminder[]),
    mails: composeMails(texts),
    documents: {
      code_of_conduct: event.codeOfConductUrl ?? undefined,
      privacy: event.privacyNotice ?? undefined,
    },
    links: links.parse(event.links),
    visitors_from_outside: (extras.visitorsFromOutside as string | null | undefined) ?? undefined,
  }
}

const venueOf = ({ venueAddress, venueArrival, latitude, longitude }: WholeEvent) => ({
  address: venueAddress ?? undefined,
  arrival: venueArrival ?? undefined,
  latitude: latitude ?? undefined,
  longitude: longitude ?? undefined,
})
