import Link from 'next/link'
import type { ComponentProps } from 'react'

export type AnchorProps = ComponentProps<'a'> & { href: string; document?: boolean }

/** A link of the house. `document` marks addresses that are files or that must load afresh (CSV, ICS, sign-out). */
export function Anchor({ href, document, ...rest }: AnchorProps) {
  const leaves = document || rest.download !== undefined || !href.startsWith('/')
  return leaves ? <a href={href} {...rest} /> : <Link href={href} prefetch={false} {...rest} />
}
