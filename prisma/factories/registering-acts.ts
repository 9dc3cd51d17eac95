import { newId } from '@/lib/ids'
import { acceptOffer } from '@/lib/registrations/accept-offer'
import { approve, declineApplication } from '@/lib/registrations/approve'
import { cancelMine } from '@/lib/registrations/cancel'
import { confirmAddress } from '@/lib/registrations/confirm-address'
import { declinePlace } from '@/lib/registrations/decline-place'
import { eraseMe } from '@/lib/registrations/erase-me'
import { getOfferFor } from '@/lib/registrations/queries'
import { type FormValues, readForm } from '@/lib/registrations/read-form'
import { register } from '@/lib/registrations/register'
import * as deciding from './deciding-model'
import { type Claim, isEnded, type Person, type World } from './line-model'
import { keyOf, organizerOf, resizeTo } from './lines'
import { saveForm } from './own-forms'
import * as model from './registering-model'
import { nightOf, opensAt, poolIdOf, type Stage, sayStanding } from './registering-stage'
import { type Act, poolNames, type Story } from './registering-stories'

/** One story under way: the real event, the model of it, and which registration is which person. */
export type Play = { stage: Stage; world: World; ids: Map<Person, string>; versions: Map<string, number> }

export function newPlay(stage: Stage, { rules, sizes }: Pick<Story, 'rules' | 'sizes'>): Play {
  const pools = poolNames.map((name, which) => [name, { size: sizes[which]!, taken: 0 }])
  const { startsAt, endsAt } = stage
  const world = { rules, now: opensAt, startsAt, endsAt, pools: Object.fromEntries(pools), people: [] }
  return { stage, world, ids: new Map(), versions: new Map() }
}

/** The same act in the world and in the house; both answers, in words. */
export async function perform(play: Play, act: Act): Promise<{ told: string[]; said: string[] }> {
  const times = 'isTwice' in act && act.isTwice ? [1, 2] : [1]
  const aimed = 'whom' in act ? aim(play, act) : undefined
  if ('whom' in act && !aimed) return { told: [], said: [] }
  // Whoever is erased once all is over stays a figure, which erase-person.test.ts tells.
  if (act.act === 'erase' && isEnded(play.world)) return { told: [], said: [] }
  const before = play.world.people.length
  const told = times.map(() => foretell(play.world, act, aimed))
  const said = await Promise.all(times.map(() => doAct(play, act, aimed)))
  const newcomer = play.world.people[before]
  const id = said.map((answer) => answer.id).find(Boolean)
  if (newcomer && id) play.ids.set(newcomer, id)
  return { told: told.toSorted(), said: said.map(({ text }) => text).toSorted() }
}

/** Whom and what an act is about: mostly where it means something, now and then anybody and anything. */
export function aim({ ids }: Pick<Play, 'ids'>, { act, whom }: Aimed): Aim | undefined {
  const all = [...ids].flatMap(([person, id]) =>
    [...person.claims, null].map((claim) => ({ id, person, claim, thing: claim?.thing ?? 'event' })),
  )
  const telling = all.filter(({ person: { status }, claim }) => {
    if (act === 'accept') return claim?.offeredUntil
    if (act === 'decline') return claim
    if (act === 'confirm') return status === 'unverified'
    if (act === 'approve' || act === 'refuse') return status === 'pending_approval'
    return status !== 'cancelled'
  })
  const among = whom % 6 === 5 || telling.length === 0 ? all : telling
  return among[Math.floor(whom / 6) % among.length]
}

type Aimed = Extract<Act, { whom: number }>
type Aim = { id: string; person: Person; claim: Claim | null; thing: string }

function foretell(world: World, act: Act, aimed: Aim | undefined): string {
  if (act.act === 'register') return model.register(world, addressOf(act), submissionOf(act), act.form)
  if (act.act === 'resize') {
    deciding.resize(world, act.pool, act.size)
    return 'ok'
  }
  const { person, thing } = aimed!
  if (act.act === 'change') return model.change(world, person, act.form)
  if (act.act === 'accept') return deciding.accept(world, person, thing)
  if (act.act === 'decline') return deciding.decline(world, person, thing)
  return decisions[act.act](world, person)
}

const decisions = {
  cancel: deciding.cancel,
  confirm: deciding.confirm,
  approve: deciding.approve,
  refuse: deciding.refuse,
  erase: deciding.erase,
}

type Answer = { text: string; id?: string | null }

async function doAct(play: Play, act: Act, aimed: Aim | undefined): Promise<Answer> {
  const { stage } = play
  if (act.act === 'register') return await doRegister(stage, act)
  if (act.act === 'resize') {
    await resizeTo(poolIdOf(stage.names, act.pool), act.size)
    return { text: 'ok' }
  }
  const { id, thing } = aimed!
  const key = keyOf({ id, eventId: stage.event.id })
  const organizer = organizerOf(stage.event, stage.event.id)
  if (act.act === 'change') {
    const posted = { ...formValues(stage, act.form), version: [String(play.versions.get(id))] }
    const answer = await saveForm(key, { name: ['Ada Sample'], ...posted })
    return { text: answer.ok ? 'ok' : answer.refusal }
  }
  if (act.act === 'accept') return say(await acceptOffer(key, stage.subjectOf(thing)))
  if (act.act === 'decline') {
    const answer = await declinePlace(key, stage.subjectOf(thing))
    if (!answer.ok) return say(answer)
    return { text: answer.value.hasEnded ? 'ended' : answer.value.isNew ? 'given_back' : 'before' }
  }
  if (act.act === 'cancel') return say(await cancelMine(key))
  if (act.act === 'approve') return say(await approve(organizer, id))
  if (act.act === 'refuse') return say(await declineApplication(organizer, id))
  if (act.act === 'erase') {
    await eraseMe(key)
    return { text: 'ok' }
  }
  const answer = await confirmAddress(key)
  const words = say(answer).text
  return { text: answer.ok ? `${words} ${answer.value.status}` : words }
}

type New = { ok: true; value: { isNew: boolean } } | { ok: false; refusal: string }
const say = (answer: New): Answer => ({
  text: answer.ok ? (answer.value.isNew ? 'now' : 'before') : answer.refusal,
})

type Register = Extract<Act, { act: 'register' }>
const addressOf = ({ email }: Register) => `person-${email}@example.org`
const submissionOf = ({ email, copy }: Register) => `form-${email}-${copy}`

async function doRegister(stage: Stage, act: Register): Promise<Answer> {
  const read = readForm({
    ...{ name: ['Ada Sample'], email: [addressOf(act)], submissionId: [submissionOf(act)] },
    ...formValues(stage, act.form),
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const offer = await getOfferFor({ eventId: stage.event.id })
  const answer = await register(offer, read.input, { language: 'en', networkAddress: newId() })
  if (!answer.ok) return { text: answer.refusal }
  const { outcome, status, claims, registrationId } = answer.value
  const stands = claims.map((claim) => sayStanding(stage.names, claim)).toSorted()
  return {
    text: `${outcome} ${status}: ${stands.join(', ')}`,
    id: outcome === 'registered' ? registrationId : null,
  }
}

/** What a browser would send. */
export const formValues = ({ days }: Stage, form: model.Form): FormValues => ({
  presence: [form.presence],
  photo: ['fine'],
  days: form.days.map((day) => days[model.allDays.indexOf(day)]!),
  activities: form.activities,
  ...(form.stay && { stay: [`ibis.${form.stay.room}`], nights: form.stay.nights.map(nightOf) }),
  ...(form.meal && { 'meal.lunch': [form.meal] }),
  ...(form.note && { 'answer.note': [form.note] }),
})
