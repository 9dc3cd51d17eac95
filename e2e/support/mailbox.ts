import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import PostalMime, { type Email } from 'postal-mime'
import type { Arrived } from './post-office'

/** Everything that reached the post office of this run; the folder is how its workers see it. */
const folder = () => process.env.E2E_MAIL_FOLDER!

export function keepMail({ to, raw }: Arrived, at: number): void {
  const file = path.join(folder(), `${String(at).padStart(6, '0')} ${to.join(',').toLowerCase()}.eml`)
  writeFileSync(`${file}.part`, raw)
  renameSync(`${file}.part`, file)
}

/** The mails to one address, in the order of their arrival. */
export async function mailsTo(address: string): Promise<Email[]> {
  const files = readdirSync(folder()).filter((name) => name.endsWith(` ${address.toLowerCase()}.eml`))
  return await Promise.all(
    files.sort().map((name) => PostalMime.parse(readFileSync(path.join(folder(), name)))),
  )
}

/** The mail to an address whose subject says these words, as soon as it is there. */
export async function findMail(address: string, words: string): Promise<Email> {
  const find = async () => (await mailsTo(address)).find(({ subject }) => subject?.includes(words))
  await expect.poll(async () => (await find())?.subject, { timeout: 20_000 }).toContain(words)
  return (await find())!
}

/** The text of a mail without its line breaks, which fall where the words before them end. */
export const oneLine = ({ text = '' }: Email): string => text.replace(/\s+/g, ' ')

/** The link of a mail that leads to a page with this in its address. */
export function linkOf({ html = '' }: Pick<Email, 'html'>, part: string): string {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
  const link = links.find((href) => href.includes(part))
  if (!link) throw new Error(`This mail has no link with ${part}.`)
  return link
}

/** Where the button of a mail about one's own registration leads. */
export const manageLink = (mail: Email): string => linkOf(mail, '/my/')
