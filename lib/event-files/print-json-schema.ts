import 'server-only'
import { z } from 'zod'
import { eventFileSchema } from './schema'

/** The JSON Schema of what may be written, as committed in public/event-file.schema.json. */
export function printJsonSchema(): string {
  const schema = z.toJSONSchema(eventFileSchema, { io: 'input' })
  return `${JSON.stringify({ title: 'Lanyard event file', ...schema }, null, 2)}\n`
}

/** `schema`: the JSON Schema on standard output. */
export async function schemaCommand(): Promise<number> {
  process.stdout.write(printJsonSchema())
  return 0
}
