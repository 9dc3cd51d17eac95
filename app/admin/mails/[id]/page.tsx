import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { kindWord } from '@/components/mails/kind-word'
import { MailContent } from '@/components/mails/mail-content'
import { MailFacts } from '@/components/mails/mail-facts'
import { SendAgain } from '@/components/mails/send-again'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import { requireAdmin } from '@/lib/auth/require-admin'
import { findSlugOf } from '@/lib/dashboards/list-house-events'
import { type Language, machineZone } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { findMailToRead } from '@/lib/operations/queries'
import { sendHouseMailAgain } from './actions'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.mails')
  return { title: t('title'), robots: { index: false } }
}

export default async function AnyMailPage({ params, searchParams }: Props) {
  const { id } = await params
  const key = await requireAdmin(`/admin/mails/${id}`)
  const mail = isId(id) ? await findMailToRead(key, id) : null
  if (!mail) notFound()
  const [t, words, language, { done }, slug] = await Promise.all([
    getTranslations('admin.mails'),
    getTranslations('mail'),
    getLocale() as Promise<Language>,
    searchParams,
    mail.eventId ? findSlugOf(key, mail.eventId) : null,
  ])
  const [kind, title] = [kindWord(words, mail.kind), mail.content?.subject ?? words('page.unreadable')]
  return (
    <div className="max-w-4xl space-y-10">
      <PageHeading
        above={<TextLink href="/admin/mails">{t('back')}</TextLink>}
        actions={slug && <LinkButton href={`/organizer/${slug}/mails/${id}`}>{t('atDesk')}</LinkButton>}
        note={kind !== title && kind}
        title={title}
      />
      {done === 'again' && <Notice role="status" title={words('page.again')} tone="good" />}
      <MailFacts language={language} mail={mail} slug={slug} timezone={machineZone()} />
      {mail.eventId === null && <SendAgain action={sendHouseMailAgain.bind(null, id)} mail={mail} />}
      <MailContent
        content={mail.content}
        hasOwnLinks={mail.eventId !== null}
        isShort={mail.eventId === null}
        language={mail.language}
      />
    </div>
  )
}
