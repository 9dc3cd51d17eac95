import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, newDataFolder, removeFolder, runToEnd } from '../support/own-server'
import { compareHistory } from './compare-history'
import { type Installation, openInstallation, until, untilReady } from './open-installation'
import { type Drill, type Report, type Scale, seconds } from './open-report'
import { sayFailures } from './say-failures'

export const diskIsFull: Drill = {
  done: 'DATA_DIR lies on a small disk of its own, which fills up to the last byte under load, and is emptied again; a start is tried on it, too.',
  promised:
    'Meanwhile 503 with what was typed, nothing half-written; people can register again within 10 s, without a restart; a start says why not in a sentence.',
  async run(report, scale) {
    const disk = newDataFolder()
    if (!mountSmallDisk(disk)) return report.saw('NOT DONE: it takes root on Linux to mount a small disk')
    const folder = path.join(disk, 'lanyard')
    mkdirSync(folder, { mode: 0o711 })
    const installation = await openInstallation(folder)
    try {
      await fillAndEmpty(report, scale, installation, path.join(disk, 'ballast'))
    } finally {
      rmSync(path.join(disk, 'ballast'), { force: true })
      await installation.close()
      spawnSync('umount', [disk])
      removeFolder(disk)
    }
  },
}

async function fillAndEmpty(report: Report, scale: Scale, installation: Installation, ballast: string) {
  const { url } = await installation.start()
  const crowd = await installation.openCrowd(url)
  await sleep(1_000)
  fillUp(ballast)
  const isFelt = () => crowd.tries.filter(({ status }) => status === 503).length >= 8
  const felt = await until(isFelt, 60_000)
  report.saw(`the disk was full; the first people heard so after ${seconds(felt)}`)
  await sleep(scale === 'short' ? 500 : 20_000)
  const live = await fetch(`${url}/api/health/live`)
  report.holds(live.status === 200, `the process lives (${live.status})`)
  const fresh = { DATA_DIR: path.join(installation.folder, 'other'), PORT: await freePort() }
  const started = await runToEnd(['bin/start.ts'], fresh)
  const sentence = started.complained.trim()
  report.holds(
    started.code === 1 && sentence.startsWith('The disk is full.'),
    `a start there says: ${sentence}`,
  )
  rmSync(ballast)
  const emptiedAt = Date.now()
  const back = await until(() => crowd.told().some(({ sentAt }) => sentAt > emptiedAt), 60_000)
  const green = await untilReady(url)
  report.holds(back + green <= 10_000, `people could register again ${seconds(back)} after there was room`)
  await sleep(500)
  await crowd.stop()
  sayFailures(report, crowd.tries)
  await compareHistory(report, installation, crowd.tries, url)
}

function mountSmallDisk(folder: string): boolean {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder])
  if (mounted.status === 0) chmodSync(folder, 0o711)
  return mounted.status === 0
}

function fillUp(ballast: string) {
  const file = openSync(ballast, 'w')
  try {
    for (const size of [1_048_576, 4_096]) writeUntilFull(file, Buffer.alloc(size))
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, block: Buffer) {
  try {
    while (writeSync(file, block) === block.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
