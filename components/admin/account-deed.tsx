import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { AccountDeeds } from './account-tools'

type AccountDeedProps = {
  word: keyof AccountDeeds
  name: string
  isHarmless?: boolean
  action: () => Promise<void>
  /** What will happen. */
  children: ReactNode
}

/** One thing that can be done about an account, asked twice. */
export function AccountDeed({ word, name, isHarmless = false, action, children }: AccountDeedProps) {
  const t = useTranslations('admin.person')
  return (
    <form action={action}>
      <ConfirmButton
        cancelLabel={t('keep')}
        confirmLabel={t(`${word}Yes`)}
        consequence={<p>{children}</p>}
        isHarmless={isHarmless}
        label={t(word)}
        title={t(`${word}Title`, { name })}
        variant={isHarmless ? 'secondary' : 'danger'}
      />
    </form>
  )
}
