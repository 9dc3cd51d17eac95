import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosedDoor } from '@/components/errors/closed-door'
import RootLayout from './layout'

export async function generateMetadata(): Promise<Metadata> {
  return { title: `${(await getTranslations('errors'))('notFound.title')} · Lanyard` }
}

/** Where no page is found at all, and where an action refuses a form sent without JavaScript: no layout is near. */
export default function GlobalNotFound() {
  return (
    <RootLayout>
      <ClosedDoor href="/" wayOut="toEvents" why="notFound" />
    </RootLayout>
  )
}
