import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '../env'

export type Post = ReturnType<typeof connect>
let open: { url: string; post: Post } | undefined

/** The pooled way to the mail server; null when none is set. It connects when the first mail leaves. */
export function openPost(): Post | null {
  const url = env().smtpUrl
  if (!url) return null
  if (open?.url !== url) {
    open?.post.close()
    open = { url, post: connect(url) }
  }
  return open.post
}

export function closePost(): void {
  open?.post.close()
  open = undefined
}

function connect(url: string) {
  const server = new URL(url)
  const isSecure = server.protocol === 'smtps:'
  return createTransport({
    pool: true,
    maxConnections: 5,
    host: server.hostname,
    port: Number(server.port) || (isSecure ? 465 : 587),
    secure: isSecure,
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
    }),
    tls: { rejectUnauthorized: server.searchParams.get('rejectUnauthorized') !== 'false' },
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 20_000,
    // Our letters bring their attachments along: nothing in a mail may read a file or call an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
