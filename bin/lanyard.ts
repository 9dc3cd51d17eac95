import { runCommandLine } from '@/lib/operations/command-line'

process.exit(await runCommandLine(process.argv.slice(2)))
