import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { db } from '@/lib/db/client'
import { claimValue } from '@/lib/places/rules'
import { ownSubmission } from '@/lib/registrations/own-submission'
import { derivedToken } from '@/lib/tokens'
import { accept, cancel, confirm, decline } from '@/prisma/factories/deciding-model'
import type { Person } from '@/prisma/factories/line-model'
import { aim, formValues, newPlay, type Play, perform } from '@/prisma/factories/registering-acts'
import { change, type Form, register } from '@/prisma/factories/registering-model'
import { buildStage, lookAt, setStage } from '@/prisma/factories/registering-stage'
import { type Act, type Stories, storiesOf } from '@/prisma/factories/registering-stories'
import { linesOf, wordsOf } from '@/prisma/factories/registering-words'
import { attendeeCookie } from './support/callers'
import { mailsTo } from './support/mailbox'
import { findForm, sendAgain } from './support/press-again'

const site = process.env.BASE_URL!
const day = 86_400_000
// In a month, in the morning: the event spans two days.
const startsAt = Math.floor(Date.now() / day + 30) * day + 7.5 * 3_600_000

test('every request arrives three times, two of them at once: eight stories end as if it had been one each', async () => {
  test.setTimeout(600_000)
  const plays: Play[] = []
  const telling = fc.asyncProperty(storiesOf(1), async ({ stories }) => {
    if (stories[0]) plays.push(await tell(stories[0]))
  })
  await fc.assert(telling, { numRuns: 8, endOnFailure: true })

  const eventIds = plays.map(({ stage }) => stage.event.id)
  const unsent = () =>
    db().outboxMail.count({ where: { eventId: { in: eventIds }, state: { in: ['waiting', 'failed'] } } })
  await expect.poll(unsent, { timeout: 120_000 }).toBe(0)
  for (const { email, told } of plays.flatMap(({ world }) => lettersOf(world.people))) {
    const mails = await mailsTo(email)
    expect(mails.length, `letters to ${email}`).toBe(told)
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(told)
  }
})

async function tell(story: NonNullable<Stories['stories'][number]>): Promise<Play> {
  const stage = await buildStage(startsAt)
  await setStage(stage, story)
  const play = newPlay(stage, story)
  for (const act of story.acts) {
    // Whoever is forgotten has no letters that could be counted.
    if (act.act === 'erase') continue
    play.world.now = Date.now()
    await actOnce(play, act)
    const [seen] = await lookAt([stage])
    play.versions = new Map(seen!.people.map(({ id, version }) => [id, version]))
    expect(timeless(linesOf(seen!)), JSON.stringify(act)).toEqual(timeless(linesOf(wordsOf(play))))
  }
  return play
}

// Offers end when they end, to the second.
const timeless = (lines: string[]) => lines.map((line) => line.replaceAll(/ until [^ ,]+/g, ''))

async function actOnce(play: Play, act: Act): Promise<void> {
  if (act.act === 'register') return await registerThrice(play, act)
  if (act.act === 'resize' || act.act === 'approve' || act.act === 'refuse' || act.act === 'erase') {
    const { said, told } = await perform(play, act)
    return expect(said).toEqual(told)
  }
  const aimed = aim(play, act)
  if (!aimed) return
  const { id, person, thing } = aimed
  if (act.act === 'change') return await changeThrice(play, person, act.form)
  const isAboutOne = act.act === 'accept' || act.act === 'decline'
  const claim: Record<string, string> = isAboutOne ? { claim: claimValue(play.stage.subjectOf(thing)) } : {}
  const visitor = { cookie: attendeeCookie(derivedToken('manage', id, 1)) }
  const wanted = { words: words[act.act], controls: { registration: id, ...claim } }
  const form = await findForm(`${site}/my`, visitor, wanted)
  expect(form !== null, `${person.name} may ${act.act} ${thing}`).toBe(mayPress(person, act.act, thing))
  if (!form) return
  const answers = await sendAgain([`${site}/my`, `${site}/my`], visitor, Object.entries(form))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  if (act.act === 'accept') accept(play.world, person, thing)
  if (act.act === 'decline') decline(play.world, person, thing)
  if (act.act === 'confirm') confirm(play.world, person)
  if (act.act === 'cancel') cancel(play.world, person)
}

type Pressing = Exclude<Act, { act: 'register' | 'resize' | 'change' | 'approve' | 'refuse' | 'erase' }>
const words = { accept: 'I take it', decline: 'Yes, ', confirm: 'Confirm my', cancel: 'Yes, cancel' }

function mayPress(person: Person, act: Pressing['act'], thing: string): boolean {
  if (act === 'confirm') return person.status === 'unverified'
  if (act === 'cancel') return person.status !== 'cancelled'
  const claim = person.claims.find((one) => one.thing === thing)
  if (!claim || act === 'accept') return Boolean(claim?.offeredUntil)
  return claim.kind !== 'event' || claim.state === 'waiting' || claim.offeredUntil !== null
}

async function registerThrice(play: Play, { email, copy, form }: Extract<Act, { act: 'register' }>) {
  const { event } = play.stage
  const [address, submission] = [`p${email}-${event.id}@example.org`, `form-${email}-${copy}`]
  const url = `${site}/events/${event.slug}/register`
  const page = await findForm(url, {}, { words: 'E-mail' })
  const answers = await sendAgain([url, url], {}, [
    ...Object.entries({ ...page, email: address, submissionId: submission }),
    ...controlsOf(play, form),
  ])
  const known = play.world.people.length
  const told = [1, 2, 3].map(() => register(play.world, address, submission, form))
  const isTaken = told.map((words) => /^(registered|repeated|already_registered)/.test(words))
  expect(answers.map(({ status }) => status === 303)).toEqual(isTaken)
  const newcomer = play.world.people[known]
  if (!newcomer) return
  const where = {
    eventId: event.id,
    submissionId: ownSubmission({ submissionId: submission, email: address }),
  }
  play.ids.set(newcomer, (await db().registration.findFirstOrThrow({ where })).id)
}

async function changeThrice(play: Play, person: Person, form: Form): Promise<void> {
  const id = play.ids.get(person)!
  const visitor = { cookie: attendeeCookie(derivedToken('manage', id, 1)) }
  const url = `${site}/my/edit/${id}`
  const version = String(play.versions.get(id))
  const page = await findForm(url, visitor, { controls: { version } })
  expect(page !== null, `${person.name} may change`).toBe(person.status !== 'cancelled')
  if (!page) return
  await sendAgain([url, url], visitor, [...Object.entries(page), ...controlsOf(play, form)])
  change(play.world, person, form)
}

const controlsOf = (play: Play, form: Form): [string, string][] =>
  Object.entries({ name: ['Ada Sample'], ...formValues(play.stage, form) }).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )

/** How many letters each address has to have. */
function lettersOf(people: Person[]): { email: string; told: number }[] {
  const counts = new Map<string, number>()
  for (const { email, told } of people) if (email) counts.set(email, (counts.get(email) ?? 0) + told.length)
  return [...counts].map(([email, told]) => ({ email, told }))
}
