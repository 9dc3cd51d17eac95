import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { AccountRow } from '@/lib/auth/schema'

/** What is special about an account, in a word each. */
export function AccountTags({ account, myId }: { account: AccountRow; myId: string }) {
  const t = useTranslations('admin.people')
  return (
    <>
      {account.id === myId && <Tag tone="info">{t('you')}</Tag>}
      {account.isAdmin && <Tag>{t('admin')}</Tag>}
      {account.isLocked && <Tag tone="bad">{t('locked')}</Tag>}
    </>
  )
}
