import 'server-only'
import { countLosses, type RemoveRefusal, removeEvent } from './remove-event'

/** `remove SLUG [--yes]`: says what goes along, and does it only with --yes. Answers the exit code. */
export async function removeCommand(args: string[]): Promise<number> {
  const isSure = args.includes('--yes')
  const [slug, ...rest] = args.filter((arg) => arg !== '--yes')
  if (!slug || rest.length > 0 || slug.startsWith('-'))
    return complain('Say which event: lanyard remove SLUG --yes')
  const done = isSure ? await removeEvent(slug) : await countLosses(slug)
  if (!done.ok) return complain(sentences[done.refusal](slug))
  const people = done.value === 1 ? '1 registration' : `${done.value} registrations`
  if (!isSure)
    return complain(`This would remove ${slug} with ${people}, for good. Say --yes to do it; nobody is told.`)
  process.stdout.write(`Removed ${slug} with ${people}.\n`)
  return 0
}

const sentences: Record<RemoveRefusal, (slug: string) => string> = {
  unknown_event: (slug) => `There is no event “${slug}”.`,
  published: (slug) =>
    `${slug} is published, so people count on it. Apply its file with “status: cancelled” or “draft” first.`,
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
