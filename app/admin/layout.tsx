import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { chooseLanguage } from '@/app/actions'
import { signOut } from '@/app/sign-in/actions'
import { AdminShell } from '@/components/admin/admin-shell'
import { DeskTools } from '@/components/organizer/desk-tools'
import { adminKey } from '@/lib/auth/require-admin'
import { findUser } from '@/lib/auth/require-user'
import { env } from '@/lib/env'

/** The rail, for whoever may see it; everybody else gets the answer of the page itself, which checks first. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await findUser()
  if (!user || !adminKey(user)) return children
  const [t, common] = await Promise.all([getTranslations('admin'), getTranslations('common')])
  return (
    <AdminShell
      header={<DeskTools chooseLanguage={chooseLanguage} signOut={signOut} />}
      labels={{
        overview: t('rooms.overview'),
        people: t('rooms.people'),
        events: t('rooms.events'),
        mails: t('rooms.mails'),
        settings: t('rooms.settings'),
        history: t('rooms.history'),
        nav: t('nav'),
        skip: common('skip'),
        home: t('toEvents'),
      }}
      note={new URL(env().baseUrl).host}
      title={t('title')}
    >
      {children}
    </AdminShell>
  )
}
