import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

type Ended = { code: number | null; said: string; complained: string }
export type OwnServer = Awaited<ReturnType<typeof startServer>>

const node = ['--conditions=react-server', '--import', 'tsx']

/** An empty folder that a built-in database may live in, whoever starts it. */
export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lanyard-own-'))
  chmodSync(folder, 0o711)
  return folder
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

/** Starts the product built in `cwd` as an operator does, with nothing set but `settings`, and waits until it is open. */
export async function startServer(settings: Record<string, string>, cwd = process.cwd()) {
  const { child, ended, said } = launch(['bin/start.ts'], settings, cwd)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      // The greeting's last line: before it, the sign-in link may still be on its way.
      const [, open] = /open at (\S+)[\s\S]*need https/.exec(said()) ?? []
      if (open) resolve(open)
    })
    ended.then(({ complained }) => reject(new Error(complained)))
  })
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return await ended
  }
  return { url, said, end }
}

/** Runs an entrance until it ends by itself. */
export const runToEnd = (command: string[], settings: Record<string, string>): Promise<Ended> =>
  launch(command, settings).ended

/** Runs an entrance that is going to be interrupted. */
export function runUntilEnded(command: string[], settings: Record<string, string>) {
  const { child, ended } = launch(command, settings)
  const end = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return await ended
  }
  return { end }
}

export async function freePort(): Promise<string> {
  const probe = net.createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return String(port)
}

function launch(command: string[], settings: Record<string, string>, cwd = process.cwd()) {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production' as const, LOG_LEVEL: 'warn', ...settings }
  const child = spawn(process.execPath, [...node, ...command], { env, cwd })
  const texts = { said: '', complained: '' }
  child.stdout.on('data', (text) => (texts.said += text))
  child.stderr.on('data', (text) => (texts.complained += text))
  return { child: child as ChildProcess, ended: ending(child, texts), said: () => texts.said }
}

async function ending(child: ChildProcess, texts: Omit<Ended, 'code'>): Promise<Ended> {
  const stopNow = () => child.kill('SIGKILL')
  process.once('exit', stopNow)
  const [code] = await once(child, 'close')
  process.off('exit', stopNow)
  return { code: code as number | null, ...texts }
}
