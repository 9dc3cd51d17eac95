import { sql } from '@/lib/db/client'

/** Goes on as soon as so many who act on this test's database wait for somebody else's lock. */
export async function untilWaiting(people: number): Promise<void> {
  for (;;) {
    const { rows } = await sql().query<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows[0]!.waiting >= people) return
  }
}
