import { databaseRestarts } from './database-restarts'
import type { Drill } from './open-report'

export const drills: Record<string, Drill> = {
  'database-restarts': databaseRestarts,
}
