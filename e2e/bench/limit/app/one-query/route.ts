import { pool } from '../../pool'

/** What any answer that reads a body and asks the database once has to pay. */
export async function POST(request: Request) {
  await request.json()
  const { rows } = await pool.query('SELECT id, title FROM event WHERE slug = $1', ['example-hackathon'])
  return Response.json({ event: rows[0] })
}
