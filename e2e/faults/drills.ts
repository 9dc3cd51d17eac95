import { clockJumps } from './clock-jumps'
import { databaseHangs } from './database-hangs'
import { databaseRestarts } from './database-restarts'
import { diskIsFull } from './disk-is-full'
import { killedUnderLoad } from './killed-under-load'
import { oneAfterAnother } from './one-after-another'
import type { Drill } from './open-report'
import { postIsAway } from './post-is-away'
import { postIsSlow } from './post-is-slow'
import { postRefuses } from './post-refuses'
import { terminatedUnderLoad } from './terminated-under-load'
import { twoProcesses } from './two-processes'

export const drills: Record<string, Drill> = {
  'one-after-another': oneAfterAnother,
  'database-restarts': databaseRestarts,
  'database-hangs': databaseHangs,
  'post-is-away': postIsAway,
  'post-is-slow': postIsSlow,
  'post-refuses': postRefuses,
  'disk-is-full': diskIsFull,
  'terminated-under-load': terminatedUnderLoad,
  'killed-under-load': killedUnderLoad,
  'clock-jumps': clockJumps,
  'two-processes': twoProcesses,
}
