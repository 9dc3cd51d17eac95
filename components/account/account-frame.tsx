import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DeskTools } from '@/components/organizer/desk-tools'
import { PageHeading } from '@/components/ui/page-heading'
import { PageShell } from '@/components/ui/page-shell'
import { TextLink } from '@/components/ui/text-link'

type AccountFrameProps = {
  title: string
  note?: ReactNode
  back: { href: string; label: string }
  chooseLanguage: (data: FormData) => Promise<void>
  signOut: () => Promise<void>
  children: ReactNode
}

/** What every page of one's own account wears. */
export function AccountFrame({ title, note, back, children, ...tools }: AccountFrameProps) {
  const t = useTranslations('common')
  return (
    <PageShell
      header={<DeskTools {...tools} />}
      home={{ href: '/', label: t('home') }}
      skipLabel={t('skip')}
      width="measure"
    >
      <PageHeading above={<TextLink href={back.href}>{back.label}</TextLink>} note={note} title={title} />
      {children}
    </PageShell>
  )
}
