import { sql } from '@/lib/db/client'
import { register } from '@/lib/privacy/fields'

/** Writes a word into every text that the register knows of, in every row whose rules let it in. */
export async function stampEverywhere(word: string): Promise<void> {
  const client = await sql().connect()
  try {
    await client.query("SET lanyard.erasing = 'on'")
    for (const { table, column, type } of await listTexts()) {
      const said = values[type]!(`"${column}"`, word)
      const where = table === 'history_entry' ? "subject = 'registration'" : 'true'
      const update = `UPDATE "${table}" SET "${column}" = ${said} WHERE ${where}`
      await client
        .query(update)
        .catch(() => client.query(`${update} AND "${column}"::text <> ''`))
        .catch(() => undefined)
    }
  } finally {
    await client.query('RESET lanyard.erasing')
    client.release()
  }
}

const values: Record<string, (column: string, word: string) => string> = {
  // Many a text is only there once.
  text: (_, word) => `'${word}-' || gen_random_uuid()`,
  _text: (_, word) => `ARRAY['${word}']`,
  jsonb: (column, word) =>
    `CASE jsonb_typeof(${column}) WHEN 'string' THEN to_jsonb('${word}'::text)
      ELSE COALESCE(${column}, '{}') || '{"${word}": "${word}"}' END`,
}

type Text = { table: string; column: string; type: string }

async function listTexts(): Promise<Text[]> {
  const named = new Set(
    Object.values(register)
      .filter(({ keep }) => !['page', 'installation', 'hours'].includes(keep))
      .flatMap(({ columns }) => Object.entries(columns))
      .flatMap(([table, names]) => names.split(/\s+/).map((name) => `${table}.${name}`)),
  )
  const { rows } = await sql().query<Text>(
    `SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND udt_name IN ('text', '_text', 'jsonb') AND is_generated = 'NEVER'`,
  )
  return rows.filter(
    ({ table, column }) =>
      named.has(`${table}.${column}`) &&
      !words.includes(column) &&
      `${table}.${column}` !== 'check_in_fact.reason',
  )
}

// What decides over what a row is, and is none of theirs.
const words = ['kind', 'language', 'act', 'actor_kind', 'actor_id', 'subject', 'subject_id', 'refusal']
