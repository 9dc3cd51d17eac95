import 'server-only'
import { findMistakes } from './find-mistakes'
import { lookAround } from './look-around'

/** `doctor`: a line for each usual mistake, with what to do. Answers the exit code: 1 if there is any. */
export async function doctorCommand(args: string[], say: (sentence: string) => void): Promise<number> {
  if (args.length > 0) {
    say('doctor takes no words: it looks at this installation as it is set up here.')
    return 1
  }
  const found = findMistakes(await lookAround(say))
  process.stdout.write(
    found.length > 0 ? found.map((sentence) => `- ${sentence}\n`).join('') : 'Nothing found.\n',
  )
  return found.length > 0 ? 1 : 0
}
