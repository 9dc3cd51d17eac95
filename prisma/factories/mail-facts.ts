import type { MailFacts } from '@/lib/registrations/schema'

const evening = '019a0000-0000-7000-8000-000000000004'

/** What a mail to a confirmed invented person knows. */
export const makeMailFacts = (overrides: Partial<MailFacts> = {}): MailFacts => ({
  event: {
    id: '019a0000-0000-7000-8000-000000000001',
    slug: 'autumn-hackathon',
    title: 'Autumn Hackathon',
    accent: 'plum',
    timezone: 'Europe/Berlin',
    startsAt: '2027-11-16T09:30:00+01:00',
    endsAt: '2027-11-16T19:00:00+01:00',
    venueName: 'House of Examples',
    venueAddress: 'Example Street 1, Exampletown',
    venueArrival: 'Ring twice.',
    bring: 'a valid ID',
    contactEmail: 'team@example.org',
    sequence: 7,
  },
  name: 'Ada Example',
  code: 'K7QF-9MTD-WX2C',
  organization: 'Example Collective',
  photo: 'no_camera',
  presence: 'on_site',
  days: ['2027-11-16'],
  nights: ['2027-11-15'],
  meals: ['Lunch: Chili sin carne'],
  diet: ['vegan', 'nut_free'],
  labels: { [evening]: 'The evening before' },
  registrationId: '019a0000-0000-7000-8000-000000000002',
  manageVersion: 3,
  status: 'confirmed',
  claims: [
    { kind: 'event', subjectId: 'event', state: 'held', ahead: null, offeredUntil: null },
    { kind: 'activity', subjectId: evening, state: 'held', ahead: null, offeredUntil: null },
  ],
  ...overrides,
})
