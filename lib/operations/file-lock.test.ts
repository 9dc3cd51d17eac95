import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { takeLock } from './file-lock'

const newFile = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'lanyard-lock-')), 'lock')

it('is held by one at a time', async () => {
  const file = newFile()
  const release = await takeLock(file)
  let isTaken = false
  const second = takeLock(file).then((letGo) => {
    isTaken = true
    return letGo
  })
  await sleep(150)
  expect(isTaken).toBe(false)
  release()
  ;(await second)()
  expect(existsSync(file)).toBe(false)
})

it('is taken over from a process that is gone', async () => {
  const file = newFile()
  writeFileSync(file, '999999999 1')
  const release = await takeLock(file)
  release()
  expect(existsSync(file)).toBe(false)
})

it('is taken over from an earlier process that had the number of one that lives', async () => {
  if (process.platform !== 'linux') return
  const file = newFile()
  writeFileSync(file, `${process.ppid} 1`)
  const release = await takeLock(file)
  release()
  expect(existsSync(file)).toBe(false)
})
