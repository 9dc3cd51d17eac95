import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageShell } from '@/components/ui/page-shell'
import { TextLink } from '@/components/ui/text-link'
import { languages } from '@/lib/languages'
import { chooseLanguage } from './actions'

type PublicPageProps = { accent?: string | null; width?: 'measure' | 'page'; children: ReactNode }

/** What every public page wears: the wordmark, the language switch and a quiet footer. */
export async function PublicPage({ accent, width, children }: PublicPageProps) {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  return (
    <PageShell
      accent={accent ?? undefined}
      footer={
        <>
          <span>{t('footer')}</span>
          <TextLink href="/privacy">{t('privacy')}</TextLink>
          <TextLink href="/organizer">{t('organize')}</TextLink>
        </>
      }
      header={
        <LanguageSwitch
          action={chooseLanguage}
          current={locale}
          label={t('language')}
          languages={[...languages]}
        />
      }
      home={{ href: '/', label: t('home') }}
      skipLabel={t('skip')}
      width={width}
    >
      {children}
    </PageShell>
  )
}
