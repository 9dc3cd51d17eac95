import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTestDatabase } from '@/e2e/support/test-database'
import { db } from '@/lib/db/client'
import { newId } from '@/lib/ids'
import { listQuestionsInside } from '@/lib/questions/queries'
import { findMadeEvent } from '@/prisma/factories/events'
import { makeAnswers } from '@/prisma/factories/questions'
import { makeRegistration } from '@/prisma/factories/registrations'
import { applyEventFile } from './apply-event-file'
import { exportEventFile } from './export-event-file'
import { parseEventFile } from './parse-event-file'
import type { EventFile } from './schema'

useTestDatabase()

const written = `questions:
  - { key: drives, label: { en: Do you drive?, de: Fährst du? }, type: yes_no, required: true }
  - { key: seats, label: { en: Seats }, type: number, when: { drives: yes }, presence: on_site }
  - { key: size, label: { de: Größe }, type: choice, options: [S, M], at_check_in: true, access_code: speakers }
`
const fileWith = (questions: string): EventFile => {
  const hackathon = readFileSync('prisma/factories/event-files/scs-hackathon-4.yaml', 'utf8')
  const parsed = parseEventFile(`${hackathon}\n${questions}`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return { ...parsed.file, slug: `asks-${newId()}`, also_known_as: [], status: 'published' }
}

test('a file asks, is exported as it was written, and the same again changes nothing', async () => {
  const file = fileWith(written)
  const { eventId } = await applyEventFile(file)
  expect(await listQuestionsInside(db(), eventId!)).toMatchObject([
    { key: 'drives', type: 'yes_no', isRequired: true, labels: { en: 'Do you drive?', de: 'Fährst du?' } },
    { key: 'seats', type: 'number', showWhen: { drives: true }, presence: 'on_site' },
    { key: 'size', options: ['S', 'M'], isAtCheckIn: true, accessCode: 'speakers' },
  ])
  expect(parseEventFile((await exportEventFile(file.slug))!)).toEqual({ ok: true, file })
  expect((await applyEventFile(file)).plan).toEqual([])
})

test('a question that somebody answered stays, with its type; the plan says how many did', async () => {
  const file = fileWith(written)
  const { eventId } = await applyEventFile(file)
  const event = await findMadeEvent(eventId!)
  const questions = await listQuestionsInside(db(), event.id)
  for (const drives of [true, false]) {
    await makeAnswers(await makeRegistration(event), questions, { drives, size: 'M' })
  }
  const [drives, seats, size] = file.questions as [
    EventFile['questions'][number],
    never,
    EventFile['questions'][number],
  ]
  const wanted = { ...file, title: 'Renamed', questions: [{ ...drives, type: 'text' as const }] }
  const { plan } = await applyEventFile(wanted)
  expect(plan.map(({ kind, path, sentence }) => `${kind} ${path}: ${sentence}`).slice(1)).toEqual([
    'refused questions.drives.type: the type yes_no stays: 2 registrations answered it',
    'removed questions.seats: “seats”',
    'refused questions.size: “size” stays: 2 registrations answered it',
  ])
  expect(await listQuestionsInside(db(), event.id)).toEqual(
    questions.map((one) => ({ ...one, answers: answered(one.key) })),
  )
  const relabelled = { ...file, questions: [seats, { ...drives, label: { en: 'By car?' } }, size] }
  const moved = relabelled.questions.map((one) => ({ ...one, when: undefined }))
  expect((await applyEventFile({ ...file, questions: moved })).plan.map(({ kind }) => kind)).not.toContain(
    'refused',
  )
  expect((await listQuestionsInside(db(), event.id)).map(({ key, answers }) => [key, answers])).toEqual([
    ['seats', 0],
    ['drives', 2],
    ['size', 2],
  ])
})

const answered = (key: string) => (key === 'seats' ? 0 : 2)
