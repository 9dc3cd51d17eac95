import { isDatabaseAway } from '@/lib/db/is-away'
import { EnvironmentError } from '@/lib/env'

/** Why an entrance stays closed, in words for whoever types the command. */
export function sayWhyNot(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message
  const { message, code = '' } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port was taken in the meantime. Set PORT to another one.'
  if (code === 'ENOSPC') return 'The disk is full. Make room where DATA_DIR is, then start again.'
  if (isDatabaseAway(error)) {
    return `The database at DATABASE_URL cannot be reached (${code || message}). Check that it runs there.`
  }
  if (databaseRefuses.includes(code)) {
    return `The database at DATABASE_URL does not let us in (${code}). Check its name, the user and the password.`
  }
  return message || String(error)
}

const databaseRefuses = ['28P01', '28000', '3D000', '42501']
