import { setEnvironment } from '@/lib/env'

// Test files share a process: what one of them told the environment is not there for the next.
const kept = globalThis as { __firstEnvironment?: Record<string, string> }
kept.__firstEnvironment ??= Object.fromEntries(
  Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
)
for (const name of Object.keys(process.env)) if (!(name in kept.__firstEnvironment)) delete process.env[name]
setEnvironment(kept.__firstEnvironment)
