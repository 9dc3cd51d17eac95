import 'server-only'
import { env } from '../env'
import { connectionAnswers } from './connection-answers'

let asked: Promise<boolean> | undefined

/** Whether the database answers a newcomer, within 2.5 s. Whoever wants to know at the same time is told the same. */
export function databaseAnswers(): Promise<boolean> {
  asked ??= ask().finally(() => {
    asked = undefined
  })
  return asked
}

// A connection of its own: those of the pool may all be taken, which is no reason to call the database away.
const ask = () =>
  connectionAnswers({
    connectionString: env().databaseUrl,
    connectionTimeoutMillis: 1_200,
    query_timeout: 1_200,
  })
