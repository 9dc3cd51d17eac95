import 'server-only'
import { sql } from '../db/client'
import { listSweeps } from '../jobs/run-sweeps'
import { metrics } from './metrics'
import { type HouseFigures, readFigures } from './read-figures'

type Sample = [labels: Record<string, string>, value: number]

/**
 * Everything that a Prometheus is told, in its text format (version 0.0.4): first what this process counted, then the
 * whole installation, which every process tells alike. Without the database, `lanyard_database_up` is 0 and the
 * installation is left out.
 */
export async function writeMetrics(): Promise<string> {
  const figures = await readFigures().catch(() => null)
  const own = await metrics().registry.metrics()
  return [own.trimEnd(), ...sayProcess(figures !== null), ...(figures ? sayHouse(figures) : []), ''].join(
    '\n',
  )
}

function sayProcess(isDatabaseUp: boolean): string[] {
  const { totalCount, idleCount, waitingCount } = sql()
  const sweeps = listSweeps()
  return [
    ...gauge('lanyard_database_up', 'Whether the database answered just now.', [[{}, Number(isDatabaseUp)]]),
    ...gauge('lanyard_database_connections', 'Connections of this process, and who waits for one.', [
      [{ state: 'in_use' }, totalCount - idleCount],
      [{ state: 'idle' }, idleCount],
      [{ state: 'waited_for' }, waitingCount],
    ]),
    ...gauge(
      'lanyard_sweep_last_run_timestamp_seconds',
      'When a sweep of this process worked last.',
      sweeps.map(({ name, workedAt }): Sample => [{ sweep: name }, workedAt ? workedAt.getTime() / 1000 : 0]),
    ),
    ...gauge(
      'lanyard_sweep_late',
      'Whether a sweep of this process fails or hangs, for more than five minutes.',
      sweeps.map(({ name, isLate }): Sample => [{ sweep: name }, Number(isLate)]),
    ),
  ]
}

function sayHouse({ mails, oldestMailSeconds, registrations, arrivals }: HouseFigures): string[] {
  const by = (label: string, counts: Record<string, number>) =>
    Object.entries(counts).map(([name, count]): Sample => [{ [label]: name }, count])
  return [
    ...gauge('lanyard_mails', 'Mails that wait, or failed.', by('state', mails)),
    ...gauge('lanyard_mail_oldest_waiting_seconds', 'How long the oldest mail has been waiting.', [
      [{}, oldestMailSeconds],
    ]),
    ...gauge(
      'lanyard_registrations',
      'Registrations of events that are not over.',
      by('state', registrations),
    ),
    ...gauge('lanyard_arrivals', 'People who have arrived at events that are not over.', [[{}, arrivals]]),
  ]
}

function gauge(name: string, help: string, samples: Sample[]): string[] {
  const lines = samples.map(([labels, value]) => {
    const told = Object.entries(labels).map(([label, text]) => `${label}="${text}"`)
    return `${name}${told.length > 0 ? `{${told.join(',')}}` : ''} ${value}`
  })
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines]
}
