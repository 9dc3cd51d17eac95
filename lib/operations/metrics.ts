import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

// The server counts, the bundled code inside it answers; both load this file.
const shared = globalThis as { __lanyardMetrics?: ReturnType<typeof open> }

/** What this process counts of itself. */
export function metrics() {
  shared.__lanyardMetrics ??= open()
  return shared.__lanyardMetrics
}

/** Counts an answer by its door and the class of its status; nothing of who asked for what is kept. */
export function countAnswer(route: string, { method, status, ms }: Answered): void {
  const labels = {
    route,
    method: methods.includes(method) ? method : 'other',
    status: `${Math.floor(status / 100)}xx`,
  }
  metrics().answers.inc(labels)
  metrics().seconds.observe({ route: labels.route }, ms / 1000)
}

type Answered = { method: string; status: number; ms: number }

// A stranger may call a method anything.
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS']

function open() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Counter({
    name: 'lanyard_http_requests_total',
    help: 'Answers by route, method and class of status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'lanyard_http_request_duration_seconds',
    help: 'From the first byte of a request to the last one of its answer.',
    labelNames: ['route'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers,
  })
  return { registry, answers, seconds }
}
