import { datesBetween } from '@/lib/dates'
import { db, sql } from '@/lib/db/client'
import { makeEvent, makePool } from './events'
import { confirmHours, letter, offerHours, sayClaim } from './line-model'
import { makeQuestions } from './questions'
import { allDays } from './registering-model'
import { poolNames, rooms, type Story } from './registering-stories'

export type Stage = Awaited<ReturnType<typeof buildStage>>
export const opensAt = Date.UTC(2027, 3, 1, 8)
const usually = Date.UTC(2027, 3, 8, 7, 30)
const lasts = 30 * 3_600_000

/** One event with everything that can run out; `names` says what each id is called in the model. */
export async function buildStage(startsAt = usually) {
  const endsAt = startsAt + lasts
  const nights = (room: string) => Object.fromEntries(rooms[room]!.map((night) => [nightOf(night), 1]))
  const event = await makeEvent({
    ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt), confirmHours, offerHours },
    activities: [
      { key: 'walk', presence: 'both', alone: true },
      { key: 'tour', presence: 'on_site' },
    ],
    meals: [{ key: 'lunch', title: 'Lunch', options: ['soup', 'salad'].map((key) => ({ key, name: key })) }],
    hotels: [
      {
        ...{ key: 'ibis', name: 'ibis' },
        roomTypes: Object.keys(rooms).map((key) => ({ key, name: key, nights: nights(key) })),
      },
    ],
  })
  await makeQuestions(event.id, [{ key: 'note' }])
  const days = datesBetween(event.startsAt, event.endsAt, event.timezone)
  const names = new Map([
    [event.id, 'event'],
    [event.onSite.id, 'hall'],
    [event.remote.id, 'remote'],
  ])
  for (const [at, day] of days.entries()) names.set(await makePool(event.id, 'day', null, day), allDays[at]!)
  const roomTypes = event.hotels.flatMap((hotel) => hotel.roomTypes)
  const options = event.meals.flatMap((meal) => meal.options)
  for (const { id, key, ...thing } of [...event.activities, ...options, ...roomTypes]) {
    names.set(id, key)
    if ('poolId' in thing) names.set(thing.poolId, key)
  }
  for (const { key, nights } of roomTypes)
    for (const [at, { poolId }] of nights.entries()) names.set(poolId, `${key} ${rooms[key]![at]}`)
  return { event, days, names, startsAt, endsAt, subjectOf: (thing: string) => subjectOf(event, thing) }
}

/** The night of the plan's "1" or "2" as a date. */
export const nightOf = (night: string): string => `2027-04-0${6 + Number(night)}`

function subjectOf(event: Awaited<ReturnType<typeof makeEvent>>, thing: string) {
  const of = (kind: 'event' | 'activity' | 'stay' | 'option', rows: { id: string; key: string }[]) =>
    rows.filter(({ key }) => key === thing).map(({ id }) => ({ kind, subjectId: id }))
  return [
    ...of('event', [{ id: event.id, key: 'event' }]),
    ...of('activity', event.activities),
    ...of(
      'stay',
      event.hotels.flatMap((hotel) => hotel.roomTypes),
    ),
    ...of(
      'option',
      event.meals.flatMap((meal) => meal.options),
    ),
  ][0]!
}

/** Empties the stage for the next story. */
export async function setStage({ event, names }: Stage, { rules, sizes }: Story): Promise<void> {
  await sql().query('DELETE FROM registration WHERE event_id = $1', [event.id])
  await sql().query(
    `UPDATE pool SET taken = 0, size = wanted.size, ceiling = wanted.size
       FROM unnest($1::uuid[], $2::integer[]) wanted(id, size) WHERE pool.id = wanted.id`,
    [poolNames.map((name) => poolIdOf(names, name)), sizes],
  )
  await db().event.update({ where: { id: event.id }, data: rules })
}

const things = /^(?!event$)/
export function poolIdOf(names: Stage['names'], name: string): string {
  // An activity and its pool have one name; the pool was named last.
  const ids = [...names].filter(([, one]) => one === name && things.test(one)).map(([id]) => id)
  return ids.at(-1)!
}

/** Everything that was promised, as the database says it, in the words of the model. */
export async function lookAt(stages: Stage[]) {
  const { rows } = await sql().query<Row>(look, [stages.map(({ event }) => event.id)])
  return rows.map(({ pools, people }, at) => {
    const { names } = stages[at]!
    const said = (claims: Claim[]) =>
      claims
        .map((claim) => sayStanding(names, claim))
        .toSorted()
        .join(', ')
    return {
      pools: Object.fromEntries(pools.map(({ id, ...pool }) => [names.get(id)!, pool])),
      people: people.map(({ claims, mails, ...person }) => ({
        ...person,
        unverifiedUntil: person.status === 'unverified' ? Date.parse(person.unverifiedUntil!) : null,
        claims: said(claims),
        pools: claims.flatMap((claim) => claim.pools.map((id) => names.get(id)!)).toSorted(),
        told: mails.map(({ kind, facts }) => sayMail(names, kind, facts)),
      })),
    }
  })
}

type Claim = {
  subjectId: string
  state: string
  offeredUntil: string | null
  ahead: number | null
  pools: string[]
}
type Facts = { claims: Claim[]; news?: { subjectId: string }[] }
type Row = {
  pools: { id: string; size: number | null; ceiling: number | null; taken: number; waiting: number }[]
  people: {
    id: string
    version: number
    email: string
    status: string
    reason: string | null
    unverifiedUntil: string | null
    presence: string
    days: string[]
    note: string | null
    claims: Claim[]
    mails: { kind: string; facts: Facts }[]
  }[]
}

export const sayStanding = (names: Stage['names'], claim: Omit<Claim, 'pools'>): string =>
  sayClaim({
    ...claim,
    thing: names.get(claim.subjectId)!,
    offeredUntil: claim.offeredUntil ? Date.parse(claim.offeredUntil) : null,
  })

const endings = ['cancelled', 'expired', 'declined']

function sayMail(names: Stage['names'], kind: string, { claims, news = [], ...facts }: Facts): string {
  const isEnding = endings.includes(kind) || ('status' in facts && facts.status === 'cancelled')
  if (isEnding) return kind
  const about = news.map(({ subjectId }) => names.get(subjectId)).join(' and ')
  return letter(
    kind,
    about,
    claims
      .map((claim) => sayStanding(names, claim))
      .toSorted()
      .join(', '),
  )
}

const look = `
  SELECT
    (SELECT json_agg(p) FROM (SELECT id, size, ceiling, taken, waiting FROM pool WHERE event_id = e.id) p) AS pools,
    (SELECT COALESCE(json_agg(json_build_object('id', r.id, 'version', r.version, 'email', r.email_normalized, 'status', r.status,
        'reason', r.cancel_reason, 'unverifiedUntil', r.unverified_until, 'presence', r.presence, 'days', r.days,
        'note', (SELECT value #>> '{}' FROM answer WHERE registration_id = r.id),
        'claims', (SELECT COALESCE(json_agg(json_build_object('subjectId', c.subject_id, 'state', c.state, 'offeredUntil', c.offered_until,
            'ahead', CASE WHEN c.state = 'waiting' THEN places_ahead(c.id) END,
            'pools', ARRAY(SELECT pool_id FROM claim_place WHERE claim_id = c.id))), '[]') FROM claim c WHERE c.registration_id = r.id),
        'mails', (SELECT COALESCE(json_agg(json_build_object('kind', m.kind, 'facts', m.facts) ORDER BY m.id), '[]')
            FROM outbox_mail m WHERE m.registration_id = r.id)) ORDER BY r.registered_at, r.id), '[]')
       FROM registration r WHERE r.event_id = e.id) AS people
    FROM unnest($1::uuid[]) WITH ORDINALITY e(id, at) ORDER BY e.at`
