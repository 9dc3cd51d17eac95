import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

type Room = { floor: number; owns: string[]; reads?: string[] }

/**
 * The one table of rooms: its floor, the tables it owns (Prisma's names), and those it may read but never write
 * (docs/decisions/0007-floors-and-readers.md).
 */
const rooms: Record<string, Room> = {
  db: { floor: 1, owns: ['rateLimit'] },
  history: { floor: 2.1, owns: ['historyEntry'] },
  jobs: { floor: 2.1, owns: [] },
  tombstones: { floor: 2.1, owns: ['tombstone'] },
  installation: { floor: 2.2, owns: ['installationSetting'] },
  mail: { floor: 2.2, owns: ['outboxMail', 'mailText'] },
  auth: {
    floor: 2.3,
    owns: [
      ...['user', 'account', 'session', 'verificationToken', 'accessToken', 'emailChange'],
      ...['totpFactor', 'passkey', 'passkeyChallenge', 'recoveryCode'],
    ],
    reads: ['registration', 'teamMember', 'installationSetting'],
  },
  places: { floor: 3.1, owns: ['pool', 'claim', 'claimPlace'] },
  events: { floor: 3.2, owns: ['event', 'eventSlug', 'checkInPoint'], reads: ['pool'] },
  devices: { floor: 3.3, owns: ['device', 'deviceLink'] },
  team: { floor: 3.3, owns: ['teamMember', 'teamInvitation'], reads: ['user'] },
  activities: { floor: 4, owns: ['activity'] },
  meals: {
    floor: 4,
    owns: [
      ...['meal', 'menuOption', 'mealChoice', 'allergyNote'],
      ...['teamDiet', 'teamMeal', 'teamMealFigure'],
    ],
  },
  hotels: { floor: 4, owns: ['hotel', 'roomType', 'contingentNight', 'stay', 'roomShare', 'stayFigure'] },
  questions: { floor: 4, owns: ['question', 'answer'] },
  handouts: { floor: 4, owns: ['handout', 'handoutLine', 'handoutLink'] },
  registrations: { floor: 5, owns: ['registration', 'consent', 'registrationToken', 'invitation'] },
  notes: { floor: 5.4, owns: ['attendeeNote', 'attendeeTag'], reads: ['registration'] },
  badges: { floor: 5.6, owns: ['badge'], reads: ['registration'] },
  attendees: {
    floor: 5.5,
    owns: ['attendeeView', 'attendeeColumns'],
    reads: ['registration'],
  },
  'check-in': { floor: 6, owns: ['checkInFact', 'doubtLook'], reads: ['checkInPoint'] },
  arrivals: { floor: 6.1, owns: [] },
  'bulk-acts': { floor: 6, owns: ['bulkAct', 'bulkActPerson'], reads: ['registration'] },
  imports: { floor: 6, owns: ['peopleImport', 'importRow'], reads: ['registration'] },
  exports: { floor: 6, owns: [] },
  'group-mails': { floor: 6, owns: ['groupMail', 'groupMailRecipient', 'mailOptOut'] },
  'event-files': { floor: 6, owns: [] },
  dashboards: { floor: 6, owns: [] },
  'event-forms': { floor: 6.5, owns: [] },
  privacy: { floor: 7, owns: ['privacyNotice'], reads: ['event'] },
  backups: { floor: 7, owns: [] },
  operations: { floor: 7.1, owns: [] },
}
const tableUse =
  /\b(?:tx|db\(\)|prisma)\.([a-z]\w+)\.((?:find|create|update|delete|count|upsert|group|aggregate)\w*)/g
const plainWords = /^(schema|rules|queries|mails|export|erase)$/
const noNames = /(^|\/)(index|utils?|helpers?|types?|constants?|service|manager)(\/|\.|$)/
const limits = { test: 350, other: 250, verb: 80, page: 120, actions: 100 }

const isTable = (name: string) => Object.values(rooms).some(({ owns }) => owns.includes(name))
const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file)
const importsType = (file: string) => /import type \{ Transaction \} from/.test(read(file))
const lines = (file: string) => read(file).split('\n').length - 1
const cache = new Map<string, string>()

const files = ['app', 'components', 'lib', 'prisma', 'e2e', 'bin']
  .flatMap(sources)
  .filter((file) => !/\/(generated|\.next)\//.test(file))
const code = files.filter((file) => !isTest(file))

describe('the house', () => {
  test('lib has only rooms of the table', () => {
    const found = readdirSync('lib', { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
    expect(
      found.filter((room) => !rooms[room]),
      'give the room a floor in lib/architecture.test.ts, or move its files',
    ).toEqual([])
  })

  test.each(code.filter((file) => file.startsWith('lib/')))('%s imports only from lower floors', (file) => {
    const wrong = importsOf(file).filter((target) => target.startsWith('lib/') && !mayImport(file, target))
    expect(
      wrong,
      `${file}: what two rooms of a floor need belongs one floor down; what needs both belongs one floor up`,
    ).toEqual([])
  })

  test.each(code)('%s looks only in its own direction', (file) => {
    expect(importsOf(file).flatMap((target) => directionProblem(file, target))).toEqual([])
  })

  test.each(code)('%s names only tables of its own room', (file) => {
    const room = roomFor(file)
    const named = [...read(file).matchAll(tableUse)].map(([, table, use]) => ({ table: table!, use: use! }))
    const foreign = named.filter(({ table, use }) => {
      const isReader = /^(find|count|group|aggregate)/.test(use) && room?.reads?.includes(table)
      return room && isTable(table) && !room.owns.includes(table) && !isReader
    })
    expect(foreign, `${file}: ask the room that owns the table, or put the code there`).toEqual([])
  })

  test('the environment is read in one place', () => {
    const allowed = /^(lib\/env\.ts|lib\/operations\/|e2e\/|prisma\/|bin\/)/
    expect(code.filter((file) => !allowed.test(file) && read(file).includes('process.env'))).toEqual([])
  })

  test('files are named after their main export, in kebab-case, with a name that says something', () => {
    expect(
      files.filter((file) => noNames.test(file) || !/^[a-z0-9[\].@/-]+\.(test\.|spec\.)?[a-z.]+$/.test(file)),
    ).toEqual([])
  })

  test('queries and verbs stay on the server; use server and use client stand where they may', () => {
    const touchesData = (file: string) =>
      /from '(@\/lib|\.\.|\.\.\/\.\.)\/db\/client'/.test(read(file)) && file.startsWith('lib/')
    expect(
      code.filter(
        (file) => touchesData(file) && !importsType(file) && !read(file).includes("import 'server-only'"),
      ),
    ).toEqual([])
    expect(
      code.filter((file) => /^'use server'/m.test(read(file)) && !/^app\/.*actions\.ts$/.test(file)),
    ).toEqual([])
    expect(
      code.filter(
        (file) =>
          /^'use client'/m.test(read(file)) && !/^(components\/|app\/(global-)?error\.tsx)/.test(file),
      ),
    ).toEqual([])
  })

  test('nothing is too long to read', () => {
    expect(
      files.flatMap((file) =>
        lines(file) > limitOf(file) ? [`${file}: ${lines(file)} > ${limitOf(file)}`] : [],
      ),
    ).toEqual([])
    const sizes = code.map(lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
    expect(sizes[Math.floor(sizes.length * 0.95)]).toBeLessThanOrEqual(180)
  })

  test('both languages say the same things', () => {
    const keys = (language: string) => keysOf(JSON.parse(readFileSync(`messages/${language}.json`, 'utf8')))
    expect(keys('de')).toEqual(keys('en'))
  })
})

function mayImport(file: string, target: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)]
  if (from === to || to === null) return true
  if (from === null) return to === 'db'
  return rooms[to]!.floor < rooms[from]!.floor
}

function directionProblem(file: string, target: string): string[] {
  const top = file.split('/')[0]
  const verb = verbOf(target)
  if (target.startsWith('app/') && top !== 'app') return [`${target}: nothing imports app`]
  if (top === 'lib' && target.startsWith('components/')) return [`${target}: lib knows no components`]
  if (top === 'lib' && /^next\//.test(target) && !/^lib\/(auth\/|action\.ts)/.test(file))
    return [`${target}: only lib/auth and lib/action.ts know Next`]
  if (file.startsWith('components/ui/') && /^(lib|app|components\/(?!ui\/))/.test(target))
    return [`${target}: the kit knows nothing of ours`]
  if (top === 'components' && roomOf(target) && !/\/(schema|rules)\.ts$/.test(target))
    return [`${target}: components know schema and rules`]
  if (/\/(page|layout)\.tsx$/.test(file) && verb)
    return [`${target}: a page cannot write; call the verb from actions.ts or route.ts`]
  if (target.startsWith('lib/db/') && !/^(lib|prisma|e2e)\//.test(file))
    return [`${target}: only lib, prisma and tests know the database`]
  return []
}

/** A verb changes something: it lies in a room and is none of the plain words. */
function verbOf(target: string): boolean {
  const room = roomOf(target)
  const name = path.basename(target).replace(/\.tsx?$/, '')
  const mayWrite =
    /\$transaction|\$executeRaw|INSERT INTO|DELETE FROM|registrations_register|check_in_record|\b(tx|db\(\)|prisma)\.\w+\.(create|update|delete|upsert)/
  return room !== null && rooms[room]!.floor > 2 && !plainWords.test(name) && mayWrite.test(read(target))
}

function importsOf(file: string): string[] {
  const found = [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target!)
  return found.map((target) => resolve(file, target))
}

function resolve(file: string, target: string): string {
  const plain = target.startsWith('@/')
    ? target.slice(2)
    : target.startsWith('.')
      ? path.join(path.dirname(file), target)
      : target
  return files.find((one) => one === plain || one === `${plain}.ts` || one === `${plain}.tsx`) ?? plain
}

function roomOf(file: string): string | null {
  const [top, room, rest] = file.split('/')
  return top === 'lib' && rest && rooms[room!] ? room! : null
}

function roomFor(file: string): Room | null {
  if (/^(prisma|e2e)\//.test(file)) return null
  return rooms[roomOf(file) ?? ''] ?? { floor: 9, owns: [] }
}

function limitOf(file: string): number {
  if (isTest(file)) return limits.test
  if (/\/page\.tsx$/.test(file)) return limits.page
  if (/\/actions\.ts$/.test(file)) return limits.actions
  if (verbOf(file)) return limits.verb
  return limits.other
}

function read(file: string): string {
  if (!cache.has(file)) cache.set(file, readFileSync(file, 'utf8'))
  return cache.get(file)!
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) ? [path.join(entry.parentPath, entry.name)] : [],
  )
}

function keysOf(value: object, before = ''): string[] {
  return Object.entries(value)
    .flatMap(([key, inner]) =>
      typeof inner === 'object' ? keysOf(inner, `${before}${key}.`) : [`${before}${key}`],
    )
    .sort()
}
