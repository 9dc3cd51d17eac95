import { settingsParts } from '@/lib/event-forms/schema'
import { newId } from '@/lib/ids'
import { makeRegistration } from '@/prisma/factories/registrations'
import { cookieOf } from './callers'
import { makeScene, type Scene } from './deeds'
import { makeJourneyEvent } from './make-journey-event'
import { plantCanaries } from './plant-canaries'
import { type Caller, callerNames } from './rights'

export type Stage = Awaited<ReturnType<typeof makeStage>>

/** One event in which every field about a person says its own name, and everybody who may come to its doors. */
export async function makeStage() {
  const [scene, elsewhere] = [await makeScene(), await makeJourneyEvent()]
  const neighbour = await makeRegistration(scene.event, { name: 'Ned Neighbour' })
  const { words, member } = await plantCanaries(scene)
  const ground = { event: scene.event, elsewhere, own: [scene.person, scene.sleeper], neighbour }
  const made = callerNames.map(async (caller) => [caller, await cookieOf(caller, ground)])
  const cookies: Record<Caller, string> = Object.fromEntries(await Promise.all(made))
  return { scene, cookies: { ...cookies, organizer: member }, words }
}

/** Where a door is in this event. */
export function addressIn({ event, ...scene }: Scene, path: string): string {
  const known = wholes[path]?.({ event, ...scene }) ?? path
  const parts: Record<string, string> = {
    slug: event.slug,
    id: (ids[path]?.({ event, ...scene }) ?? scene.person).id,
    token: 'nobody-has-this-token',
    file: path.endsWith('/print') ? 'attendees' : 'attendees.csv',
    part: 'basics',
    '...nextauth': 'session',
  }
  return known.replace(/\[([^\]]+)\]/g, (_, name: string) => parts[name] ?? 'nothing')
}

/** What else a door shows to whom it opens: other people and other faces. */
export function facesIn(scene: Scene, path: string): string[] {
  const { arrivalId, pending, sleeper, sharer, scheduled, sent } = scene
  const known: Record<string, string[]> = {
    '/check-in/[slug]': [`/check-in/[slug]?answer=${arrivalId}`],
    '/my/share/[id]': [`/my/share/${sleeper.id}`],
    '/organizer/[slug]/attendees/[id]': [pending, sleeper, sharer].map(
      ({ id }) => `/organizer/[slug]/attendees/${id}`,
    ),
    '/organizer/[slug]/exports/[file]': ['kitchen.csv', 'access.csv'].map(
      (file) => `/organizer/[slug]/exports/${file}`,
    ),
    '/organizer/[slug]/mails/groups/[id]': [scheduled, sent].map(
      ({ id }) => `/organizer/[slug]/mails/groups/${id}`,
    ),
    '/organizer/[slug]/settings/[part]': settingsParts.map((part) => `/organizer/[slug]/settings/${part}`),
  }
  return (known[path] ?? []).map((address) => address.replace('[slug]', scene.event.slug))
}

/** What a program says at its door, so that nothing but a right is missing. */
export function bodyIn({ person, event }: Scene, path: string): string | FormData | undefined {
  if (path.endsWith('/import/upload')) {
    const form = new FormData()
    form.set('id', newId())
    form.set('file', new File(['Name,E-mail\nNova,nova@example.org\n'], 'list.csv'))
    return form
  }
  const point = event.arrivalPoint.key
  const said: Record<string, object> = {
    photo: { registrationId: person.id, photo: 'no_camera' },
    scans: { device: 'desk', scans: [] },
    search: { text: 'qz', point },
    seen: { queueLength: 0 },
    'walk-ins': { device: 'desk', sentAt: new Date().toISOString(), walkIns: [] },
  }
  const word = /^\/api\/check-in\/\[slug\]\/([\w-]+)$/.exec(path)?.[1] ?? ''
  return said[word] && JSON.stringify(said[word])
}

const ids: Record<string, (scene: Scene) => { id: string }> = {
  '/organizer/[slug]/attendees/import/[id]': ({ list }) => list,
  '/organizer/[slug]/attendees/many/[id]': ({ many }) => many,
  '/organizer/[slug]/mails/[id]': ({ mailId }) => ({ id: mailId }),
  '/organizer/[slug]/mails/groups/[id]': ({ draft }) => draft,
  '/admin/mails/[id]': ({ mailId }) => ({ id: mailId }),
  '/admin/people/[id]': ({ member }) => member,
}

const wholes: Record<string, (scene: Scene) => string> = {
  '/check-in/[slug]': () => '/check-in/[slug]?q=qz',
  '/organizer/[slug]/attendees/many': () => '/organizer/[slug]/attendees/many?act=promote&who=all',
  '/organizer/[slug]/arrivals/screen': () => '/organizer/[slug]/arrivals/screen?names=show',
  '/api/check-in/[slug]/arrivals': () => `/api/check-in/[slug]/arrivals?since=${Date.now() - 3_600_000}`,
  '/api/check-in/[slug]/live': () => '/api/check-in/[slug]/live?only=cursor',
}
