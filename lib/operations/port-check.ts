import net from 'node:net'

/** Throws a sentence when nobody could be served on this port. */
export function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new Error(sayWhy(port, error.code))))
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

function sayWhy(port: number, code: string | undefined): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use. Stop what runs there, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`
  return `Port ${port} cannot be used (${code}). Set PORT to another one.`
}
