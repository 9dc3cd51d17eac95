import 'server-only'
import { eraseOverSignIns } from '../auth/erase'
import { carryOutBulkActs } from '../bulk-acts/carry-out-bulk-acts'
import { writeDueMails } from '../group-mails/write-due-mails'
import { carryOutImports } from '../imports/carry-out-imports'
import { runSweeps, type Sweep } from '../jobs/run-sweeps'
import { deliverDueMails } from '../mail/deliver-due-mails'
import { closePost } from '../mail/open-post'
import { eraseDue } from '../privacy/erase-due'
import { keepNotices } from '../privacy/keep-notices'
import { expireDue } from '../registrations/expire-due'
import { pairRoommates } from '../registrations/pair-roommates'
import { releaseRooms } from '../registrations/release-rooms'
import { remindDue } from '../registrations/remind-due'
import { remindUndecided } from '../registrations/remind-undecided'
import { beforeShutdown } from '../shutdown'
import { composers } from './mails'

const sweeps: readonly Sweep[] = [
  { name: 'mails', everySeconds: 1, run: () => deliverDueMails(composers) },
  { name: 'messages to groups', everySeconds: 2, run: writeDueMails },
  { name: 'offers', everySeconds: 15, run: expireDue },
  { name: 'room-mates', everySeconds: 15, run: pairRoommates },
  { name: 'rooms', everySeconds: 10, run: releaseRooms },
  { name: 'undecided', everySeconds: 60, run: remindUndecided },
  { name: 'reminders', everySeconds: 60, run: remindDue },
  { name: 'acts on many', everySeconds: 1, run: carryOutBulkActs },
  { name: 'imports', everySeconds: 1, run: carryOutImports },
  { name: 'sign-ins', everySeconds: 3600, run: eraseOverSignIns },
  { name: 'erasure', everySeconds: 600, run: eraseDue },
  { name: 'privacy notices', everySeconds: 5, run: keepNotices },
]

const running = globalThis as { __lanyardWorkers?: () => Promise<void> }

/** Starts what runs beside the pages, once in a process; it ends before the process does. */
export function startWorkers(): void {
  if (running.__lanyardWorkers) return
  running.__lanyardWorkers = runSweeps(sweeps)
  beforeShutdown(stopWorkers)
}

/** Waits for the mails that are being handed in; what is still due stays for the next process. */
export async function stopWorkers(): Promise<void> {
  const stop = running.__lanyardWorkers
  running.__lanyardWorkers = undefined
  await stop?.()
  closePost()
}
