import 'server-only'
import { exportEventFile } from './export-event-file'

/** `export SLUG`: the event's file on standard output and nothing else; exit 1 when there is no such event. */
export async function exportCommand(args: string[]): Promise<number> {
  const [slug, ...rest] = args
  if (!slug || rest.length > 0 || slug.startsWith('-'))
    return complain('Say which event: lanyard export SLUG')
  const text = await exportEventFile(slug)
  if (text === null) return complain(`There is no event “${slug}”.`)
  // The process may end right after; a pipe takes long texts only piece by piece.
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
  return 0
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
