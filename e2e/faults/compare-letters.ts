import type { Arrived } from '../support/post-office'
import { type Installation, until } from './open-installation'
import { type Report, seconds } from './open-report'

const fiveMinutes = 300_000

/** Waits until nothing waits any more, and holds what arrived against what was promised: one letter, one number. */
export async function compareLetters(report: Report, { query }: Installation, arrived: Arrived[]) {
  const took = await until(async () => (await query(waiting)).length === 0, fiveMinutes)
  report.holds(took <= fiveMinutes, `no letter waited any more after ${seconds(took)}`)
  const promised = (await query<{ id: string }>(sent)).map(({ id }) => id)
  const numbers = arrived.map(({ mail }) => /^<([^@]+)@/.exec(mail.messageId!)![1]!)
  const once = new Set(numbers)
  report.holds(
    once.size === promised.length && promised.every((id) => once.has(id)),
    `${promised.length} letters were promised, ${once.size} arrived, ${numbers.length - once.size} times one came again under its own number`,
  )
}

const waiting = `SELECT 1 FROM outbox_mail WHERE state = 'waiting' LIMIT 1`
const sent = `SELECT id FROM outbox_mail WHERE state = 'sent'`
