import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/app/public-page'
import { ForgetDoors } from '@/components/check-in/forget-doors'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { providerName } from '@/lib/auth/auth-options'
import { findSession } from '@/lib/auth/require-user'
import { owedPath, pathAfterSignIn } from '@/lib/auth/rules'
import { askForLink } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, asked, session, { checkIn }] = await Promise.all([
    getTranslations('auth'),
    searchParams,
    findSession(),
    getMessages(),
  ])
  const to = pathAfterSignIn(asked.to)
  if (session) redirect(session.owes ? owedPath(session.owes, to) : to)
  const provider = providerName()
  return (
    <PublicPage width="measure">
      <ForgetDoors of="account" words={checkIn.lost} />
      <PageHeading note={t('note')} title={t('title')} />
      <div className="space-y-8">
        {asked.sent && (
          <Notice role="status" title={t('sent.title')} tone="good">
            <p>{t('sent.text')}</p>
          </Notice>
        )}
        {asked.link && (
          <Notice role="alert" title={t('spent.title')} tone="warn">
            <p>{t('spent.text')}</p>
          </Notice>
        )}
        {asked.error && (
          <Notice role="alert" title={t('providerFailed.title')} tone="warn">
            <p>{t('providerFailed.text')}</p>
          </Notice>
        )}
        {asked.left && <Notice role="status" title={t('left')} tone="good" />}
        <ActionForm action={askForLink} className="space-y-6" summaryTitle={t('form.mistake')}>
          <input name="to" type="hidden" value={to} />
          <TextField
            autoComplete="email"
            hint={t('form.hint')}
            label={t('form.email')}
            maxLength={254}
            name="email"
            required
            type="email"
          />
          <SubmitButton size="large">{t('form.submit')}</SubmitButton>
        </ActionForm>
        {provider && (
          <form action="/sign-in/provider" className="border-line border-t pt-8" method="post">
            <input name="to" type="hidden" value={to} />
            <Button type="submit">{t('provider', { provider })}</Button>
          </form>
        )}
      </div>
    </PublicPage>
  )
}
