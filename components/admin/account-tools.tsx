import { useTranslations } from 'next-intl'
import type { AccountRow } from '@/lib/auth/schema'
import { AccountDeed } from './account-deed'

export type AccountDeeds = Record<
  'makeAdmin' | 'unmakeAdmin' | 'lock' | 'unlock' | 'reset',
  () => Promise<void>
>

type AccountToolsProps = {
  account: AccountRow
  isMe: boolean
  isLastAdmin: boolean
  /** The events that nobody else owns. */
  onlyOwned: string[]
  deeds: AccountDeeds
}

/** What an admin may do about one account, each with what will happen. */
export function AccountTools({ account, isMe, isLastAdmin, onlyOwned, deeds }: AccountToolsProps) {
  const t = useTranslations('admin.person')
  const name = account.name ?? account.email
  const alone =
    onlyOwned.length > 0 && t('lockOwner', { count: onlyOwned.length, names: onlyOwned.join(', ') })
  const mayUnmake = account.isAdmin && !(isMe && isLastAdmin)
  return (
    <div className="space-y-4">
      {isMe && <p className="text-muted">{isLastAdmin ? `${t('isYou')} ${t('lastAdmin')}` : t('isYou')}</p>}
      <div className="flex flex-wrap gap-3">
        {!account.isAdmin && !account.isLocked && (
          <AccountDeed action={deeds.makeAdmin} isHarmless name={name} word="makeAdmin">
            {t('makeAdminText')}
          </AccountDeed>
        )}
        {mayUnmake && (
          <AccountDeed action={deeds.unmakeAdmin} name={name} word="unmakeAdmin">
            {t(isMe ? 'unmakeSelfText' : 'unmakeAdminText')}
          </AccountDeed>
        )}
        {account.hasSecondFactor && !isMe && (
          <AccountDeed action={deeds.reset} name={name} word="reset">
            {t('resetText')}
          </AccountDeed>
        )}
        {!isMe && !account.isLocked && (
          <AccountDeed action={deeds.lock} name={name} word="lock">
            {t('lockText')} {alone}
          </AccountDeed>
        )}
        {account.isLocked && (
          <AccountDeed action={deeds.unlock} isHarmless name={name} word="unlock">
            {t('unlockText')}
          </AccountDeed>
        )}
      </div>
    </div>
  )
}
