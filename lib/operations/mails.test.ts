import { describe, expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { makeEvent } from '@/prisma/factories/events'
import { db } from '../db/client'
import { newId } from '../ids'
import type { OrganizerKey } from '../keys'
import { type MailKind, mailKinds, oneTimeKinds, secretKinds } from '../mail/schema'
import { translator } from '../messages'
import { makeSample } from '../registrations/make-sample'
import { getOfferFor } from '../registrations/queries'
import { composers } from './mails'
import { previewMail } from './queries'

useTestDatabase()

const kinds = Object.keys(mailKinds) as MailKind[]

test('every mail of an event can be shown and worded; add new kinds to lib/mail/schema.ts, mail.kinds and make-sample.ts', () => {
  // A message to a group is in its organizers' own words anyway; the others are not about a registration.
  const apart = [...[...secretKinds, 'group_message', 'list_to_strike', 'made_admin', 'sign_in_change_known']]
  const written = Object.keys(composers).filter((kind) => !apart.includes(kind))
  expect(kinds.toSorted()).toEqual(written.sort())
  for (const language of ['en', 'de'] as const)
    expect(kinds.filter((kind) => !translator(language, 'mail.kinds').has(kind))).toEqual([])
})

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(kinds)(
    '%s speaks to an invented person about this event, with no link that opens anything',
    async (kind) => {
      const key = await keyToRichEvent()
      const { content, house, own } = await previewMail(key, kind, language)
      const said = `${content.subject}\n${content.preheader}\n${content.text}`
      expect(said).toContain('Hackathon')
      expect(said).not.toMatch(/\{\w+\}|undefined|null|NaN|mail\.\w+|: ?\.\s|https?:|\/my\//)
      expect(content.html).not.toMatch(/href=|<script|@example\.org">/)
      expect(content.subject).not.toBe('')
      expect(content.preheader).not.toBe('')
      expect([house.subject, own]).toEqual([content.subject, null])
      expect(content.text.replace(/\s+/g, ' ')).toContain(house.opening.split('\n')[0])
    },
  )

  test.each(kinds)('%s says everything that own words of its kind may name', async (kind) => {
    const key = await keyToRichEvent()
    const named = mailKinds[kind].map((word) => `${word}=<{${word}}>`).join(' ')
    const data = { eventId: key.eventId, kind, language, subject: named.slice(0, 200), opening: named }
    await db().mailText.create({ data })
    const { content, house } = await previewMail(key, kind, language)
    expect(content.text).not.toMatch(/\{\w+\}|=<\s*>/)
    expect(content.subject).not.toMatch(/\{\w+\}|=<\s*>/)
    expect(content.text).not.toContain(house.opening)
    expect(content.html).toContain('event=&lt;')
  })
})

test('a kind whose link acts once is known as such, so that nobody offers to send it again', async () => {
  const offer = await getOfferFor(await keyToRichEvent())
  const about = { registrationId: null, eventId: offer.event.id, toName: '', createdAt: new Date() }
  const actsOnce = kinds.filter((kind) => {
    const facts = makeSample(offer, kind, 'en', new Date())
    const { actions } = composers[kind]!({ id: newId(), kind, language: 'en', facts, ...about })
    return actions.some(({ link }) => link.to === 'sealed')
  })
  expect(actsOnce.sort()).toEqual(oneTimeKinds.filter((kind) => !secretKinds.includes(kind)).toSorted())
})

test('an event without venue, hotel, meals and activities has all its mails too', async () => {
  const { id } = await makeEvent({ title: 'Small Hackathon' })
  for (const kind of kinds) {
    const { content } = await previewMail(keyTo(id), kind, 'de')
    expect(content.text).not.toMatch(/\{\w+\}|undefined|null|: ?\.\s/)
  }
})

const keyTo = (eventId: string) => ({ eventId, userId: newId(), role: 'organizer' }) as OrganizerKey

async function keyToRichEvent() {
  const event = await makeEvent({
    title: 'Rich Hackathon',
    venueName: 'House of Examples',
    contacts: [{ role: 'Team', email: 'team@example.org' }],
    activities: [{ key: 'walk' }],
    meals: [{ key: 'lunch', title: 'Lunch', options: [{ key: 'stew', name: 'Stew' }] }],
    hotels: [
      {
        key: 'inn',
        name: 'Inn',
        roomTypes: [{ key: 'single', name: 'Single', nights: { '2027-04-15': 5 } }],
      },
    ],
  })
  return keyTo(event.id)
}
