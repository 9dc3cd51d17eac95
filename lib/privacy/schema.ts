import type { getMyData } from './queries'

/** Everything that is kept about one registration, as its person reads it. */
export type MyData = Awaited<ReturnType<typeof getMyData>>
