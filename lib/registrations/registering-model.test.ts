import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { sweep } from '@/prisma/factories/deciding-model'
import { newPlay, type Play, perform } from '@/prisma/factories/registering-acts'
import { buildStage, lookAt, opensAt, type Stage, setStage } from '@/prisma/factories/registering-stage'
import { type Stories, type Story, storiesOf } from '@/prisma/factories/registering-stories'
import { type Guard, guards, telltale } from '@/prisma/factories/registering-telltales'
import { linesOf, wordsOf } from '@/prisma/factories/registering-words'
import { expireDue } from './expire-due'

const house = vi.hoisted(() => ({ now: new Date(0), missing: '' }))
vi.mock('../clock', () => ({ now: () => house.now }))

const sideBySide = 8
const [minute, hour] = [60_000, 3_600_000]
let stages: Stage[]

describe('what the house does is what the model says', () => {
  useTestDatabase()
  beforeAll(buildStages)

  test('whatever people and organizers do, and however late the sweep comes, in 2,000 stories', {
    timeout: 900_000,
  }, async () => {
    const examples = guards.map((guard): [Stories] => [telltale(guard)])
    await fc.assert(fc.asyncProperty(storiesOf(sideBySide), tell), { numRuns: 256, examples })
  })

  test.each<[Guard, RegExp]>([
    ['the order of the line', /^AssertionError: story/],
    ['holding the new before the old is given back', /"act":"change"/],
    ['quiet hours', / until/],
    ['the end of an offer', /"act":"accept"/],
  ])('the very same property notices that somebody took out %s', async (guard, complaint) => {
    house.missing = guard
    const telling = fc.asyncProperty(storiesOf(sideBySide), tell)
    const found = await fc.check(telling, {
      ...{ numRuns: 100, endOnFailure: true },
      examples: [[telltale(guard)]],
    })
    house.missing = ''
    expect(found.failed).toBe(true)
    expect(String(found.errorInstance)).toMatch(complaint)
  })
})

vi.mock('../places/rules', async (load) => {
  const real = await load<typeof import('../places/rules')>()
  const firstThatFits: typeof real.firstThatFits = (line, pools) =>
    house.missing === 'the order of the line'
      ? line.findLast((claim) => claim.pools.every((id) => real.hasPlace(pools.get(id)!)))
      : real.firstThatFits(line, pools)
  const offerEndsAt: typeof real.offerEndsAt = (from, hours, zone) =>
    house.missing === 'quiet hours'
      ? new Date(from.getTime() + hours * hour)
      : real.offerEndsAt(from, hours, zone)
  return { ...real, firstThatFits, offerEndsAt }
})
const isTradingBlindly = () => house.missing === 'holding the new before the old is given back'
vi.mock('./plan-claims', async (load) => {
  const real = await load<typeof import('./plan-claims')>()
  const planClaims: typeof real.planClaims = (claims, ...asked) => {
    const { plan, full } = real.planClaims(claims, ...asked)
    const isSwap = (id: string) => claims.some(({ subjectId }) => subjectId === id)
    return { plan, full: isTradingBlindly() ? full.filter(({ subjectId }) => !isSwap(subjectId)) : full }
  }
  return { ...real, planClaims }
})
vi.mock('../places/swap-claim', async (load) => {
  const real = await load<typeof import('../places/swap-claim')>()
  const swapClaim: typeof real.swapClaim = async (tx, id, pools) =>
    (await real.swapClaim(tx, id, pools)) || (isTradingBlindly() && (await real.swapClaim(tx, id, [])))
  return { swapClaim }
})

vi.mock('../places/accept-offered', async (load) => {
  const real = await load<typeof import('../places/accept-offered')>()
  const acceptOffered: typeof real.acceptOffered = (tx, id, ref, at) =>
    real.acceptOffered(tx, id, ref, house.missing === 'the end of an offer' ? new Date(0) : at)
  return { acceptOffered }
})

async function buildStages(): Promise<void> {
  stages = []
  for (let at = 0; at < sideBySide; at++) stages.push(await buildStage())
}

type Told = Play & { acts: Story['acts']; title: string }

async function tell({ pauses, stories }: Stories): Promise<void> {
  house.now = new Date(opensAt)
  const drawn = await Promise.all(stories.map((story, at) => story && begin(stages[at]!, story, at)))
  const plays = drawn.filter((play) => play !== null)
  const steps = Math.max(0, ...plays.map(({ acts }) => acts.length))
  for (const { hours, isSwept } of [...pauses.slice(0, steps), { hours: 40, isSwept: true }]) {
    house.now = new Date(house.now.getTime() + minute + hours * hour)
    for (const { world } of plays) world.now = house.now.getTime()
    if (hours > 0 && isSwept) {
      await expireDue()
      for (const { world } of plays) sweep(world)
      await compare(plays)
    }
    await Promise.all(plays.map(actOnce))
    await compare(plays)
  }
}

async function begin(stage: Stage, story: Story, at: number): Promise<Told> {
  await setStage(stage, story)
  return { ...newPlay(stage, story), acts: [...story.acts], title: `story ${at}` }
}

async function actOnce(play: Told): Promise<void> {
  const act = play.acts.shift()
  if (!act) return
  const { said, told } = await perform(play, act)
  expect(said, `${play.title}: ${JSON.stringify(act)}`).toEqual(told)
}

async function compare(plays: Told[]): Promise<void> {
  const seen = await lookAt(plays.map(({ stage }) => stage))
  for (const [at, play] of plays.entries()) {
    const { pools, people } = seen[at]!
    play.versions = new Map(people.map(({ id, version }) => [id, version]))
    const [said, told] = [linesOf({ pools, people }), linesOf(wordsOf(play))]
    const odd = said.find((line, at) => line !== told[at])
    expect(said, `${play.title}, with ${play.acts.length} acts to come: ${odd}`).toEqual(told)
    const live = people.filter(({ status }) => status !== 'cancelled').map(({ email }) => email)
    expect(new Set(live).size, 'one live registration an address').toBe(live.length)
  }
}
