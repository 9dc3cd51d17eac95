import { pool } from '../../pool'

export const dynamic = 'force-dynamic'

export default async function SmallPage() {
  const { rows } = await pool.query('SELECT title, summary, starts_at FROM event WHERE slug = $1', [
    'example-hackathon',
  ])
  const event = rows[0]
  return (
    <main>
      <h1>{event.title}</h1>
      <p>{event.summary}</p>
      <time dateTime={event.starts_at.toISOString()}>{event.starts_at.toDateString()}</time>
    </main>
  )
}
