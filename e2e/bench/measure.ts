import autocannon from 'autocannon'

export type Load = {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: () => string
  status: number
}
export type Figure = { name: string; target: number; limit: Load; product: Load }

const rounds = 3
const seconds = 4

/** Product and limit in turns, so that what disturbs the machine disturbs both; answers the ratio of the medians. */
export async function compare({ name, target, limit, product }: Figure) {
  const rates = { limit: [] as number[], product: [] as number[] }
  for (const load of [limit, product]) await rateOf(load, 3)
  for (let round = 0; round < rounds; round++) {
    rates.limit.push(await rateOf(limit, seconds))
    rates.product.push(await rateOf(product, seconds))
  }
  const [most, ours] = [median(rates.limit), median(rates.product)]
  const ratio = ours / most
  const said = `${name}: ${ratio.toFixed(2)} of the limit, wanted ${target}`
  const detail = `${ours.toFixed(0)}/s of ${most.toFixed(0)}/s; rounds ${rates.product.map(Math.round).join(' ')} of ${rates.limit.map(Math.round).join(' ')}`
  console.log(`${ratio >= target ? 'met   ' : 'MISSED'}  ${said} (${detail})`)
  return ratio >= target
}

/** Answers a second over ten connections; any other status than the expected one is an error. */
async function rateOf({ url, method = 'GET', headers, body, status }: Load, duration: number) {
  const fresh = body && { setupRequest: (request: autocannon.Request) => ({ ...request, body: body() }) }
  const requests = [{ method, headers, ...fresh }] as autocannon.Request[]
  const {
    statusCodeStats,
    duration: took,
    errors,
  } = await autocannon({ url, requests, connections: 10, duration })
  const answered = statusCodeStats as Record<string, { count: number }>
  const others = Object.keys(answered).filter((code) => Number(code) !== status)
  if (others.length > 0 || errors > 0)
    throw new Error(`${url} answered ${JSON.stringify(answered)}, ${errors} errors.`)
  return (answered[status]?.count ?? 0) / took
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
