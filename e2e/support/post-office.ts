import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Arrived = { from: string; to: string[]; raw: string; mail: Email }

type Rules = {
  port?: number
  refuse?: (address: string) => number | undefined
  refuseText?: number
  /** What happens to a mail before its sender hears that it arrived. */
  keep?: (mail: Arrived, at: number) => void | Promise<void>
}

/** A real mail server on this machine that keeps what arrives, in order. `refuse` names the code for a recipient. */
export async function openPostOffice(rules: Rules = {}) {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, answer) => {
      const code = rules.refuse?.(address)
      answer(code ? refusal(code) : null)
    },
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (rules.refuseText) return answer(refusal(rules.refuseText))
        const raw = Buffer.concat(chunks)
        const mail = {
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: raw.toString('utf8'),
          mail: await PostalMime.parse(raw),
        }
        arrived.push(mail)
        await rules.keep?.(mail, arrived.length)
        answer(null)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(rules.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

const refusal = (responseCode: number) => Object.assign(new Error('5.7.1 Not here'), { responseCode })
