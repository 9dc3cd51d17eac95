import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { TeamRole, TokenPurpose } from '@/lib/db/generated/enums'
import { newId } from '@/lib/ids'
import type { OwnerKey } from '@/lib/keys'
import { writeMessage } from '@/lib/mail/write-message'
import { composers } from '@/lib/operations/mails'
import { hashToken, newToken } from '@/lib/tokens'

const hour = 3_600_000

/** A person with an account; `roles` by event id. */
export async function makeUser({
  roles = {},
  ...overrides
}: Partial<Prisma.UserUncheckedCreateInput> & { roles?: Record<string, TeamRole> } = {}) {
  const id = newId()
  const user = await db().user.create({ data: { id, email: `team-${id}@example.org`, ...overrides } })
  for (const [eventId, role] of Object.entries(roles))
    await db().teamMember.create({ data: { eventId, userId: user.id, role } })
  return user
}

/** Signs somebody in; answers what the session cookie carries. */
export async function makeSession(user: { id: string }, expires = new Date(Date.now() + hour)) {
  const token = newToken()
  await db().session.create({
    data: { sessionToken: hashToken(token), userId: user.id, expires, device: 'Firefox, Linux' },
  })
  return token
}

/** A secret as it was handed out: a sign-in link's token, or a program's bearer token. */
export async function makeAccessToken(
  purpose: TokenPurpose,
  user: { id: string },
  overrides: Partial<Prisma.AccessTokenUncheckedCreateInput> = {},
) {
  const token = newToken()
  const expiresAt = new Date(Date.now() + hour)
  await db().accessToken.create({
    data: { id: newId(), purpose, hash: hashToken(token), userId: user.id, expiresAt, ...overrides },
  })
  return token
}

/** An owner of an event, and the key they hold. */
export async function makeOwner(
  event: { id: string },
  overrides: Partial<Prisma.UserUncheckedCreateInput> = {},
) {
  const user = await makeUser({ roles: { [event.id]: 'owner' }, ...overrides })
  return { user, key: { eventId: event.id, userId: user.id, role: 'owner' } as OwnerKey }
}

/** What the mail of an invitation into the team says in its link, read as it leaves. */
export async function readInvitationToken(eventId: string, address: string): Promise<string> {
  const mail = await db().outboxMail.findFirstOrThrow({
    where: { eventId, kind: 'team_invitation', toAddress: address },
    orderBy: { id: 'desc' },
  })
  const message = await writeMessage({ ...mail, language: 'en' }, composers, null)
  return /\/join\/([\w-]+)/.exec(String(message.text))![1]!
}
