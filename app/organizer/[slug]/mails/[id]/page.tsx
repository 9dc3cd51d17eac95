import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { kindWord } from '@/components/mails/kind-word'
import { MailContent } from '@/components/mails/mail-content'
import { MailFacts } from '@/components/mails/mail-facts'
import { SendAgain } from '@/components/mails/send-again'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { TextLink } from '@/components/ui/text-link'
import type { Language } from '@/lib/dates'
import { getEventFor } from '@/lib/events/queries'
import { isId } from '@/lib/ids'
import { findMailToRead } from '@/lib/operations/queries'
import { openDesk } from '../../open-desk'
import { sendMailAgain } from './actions'

type Props = {
  params: Promise<{ slug: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mail.page')
  return { title: t('title'), robots: { index: false } }
}

export default async function MailPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  const key = await openDesk(slug, `/mails/${id}`)
  const mail = isId(id) ? await findMailToRead(key, id) : null
  if (!mail) notFound()
  const [t, language, event, { done }] = await Promise.all([
    getTranslations('mail'),
    getLocale() as Promise<Language>,
    getEventFor(key),
    searchParams,
  ])
  return (
    <div className="max-w-4xl space-y-10">
      <PageHeading
        above={<TextLink href={`/organizer/${slug}/mails`}>{t('page.back')}</TextLink>}
        note={kindWord(t, mail.kind)}
        title={mail.content?.subject ?? t('page.unreadable')}
      />
      {done === 'again' && <Notice role="status" title={t('page.again')} tone="good" />}
      <MailFacts language={language} mail={mail} slug={slug} timezone={event.timezone} />
      <SendAgain action={sendMailAgain.bind(null, slug, id)} mail={mail} />
      <MailContent content={mail.content} language={mail.language} />
    </div>
  )
}
