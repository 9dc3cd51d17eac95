import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { Account } from '@/lib/auth/schema'
import { type Language, sayShortDay } from '@/lib/dates'

type PasskeyListProps = {
  passkeys: Account['passkeys']
  remove: (id: string) => Promise<void>
  timezone: string
  language: Language
}

/** Somebody's passkeys by the names they gave them, each with the way to take it away. */
export function PasskeyList({ passkeys, remove, timezone, language }: PasskeyListProps) {
  const t = useTranslations('account')
  if (passkeys.length === 0) return <p className="mb-4 text-muted">{t('factor.noPasskeys')}</p>
  const day = (at: Date) => sayShortDay(at, timezone, language)
  return (
    <ul className="mb-5 divide-y divide-line">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2" key={id}>
          <span className="min-w-0">
            <bdi className="wrap-anywhere block font-semibold">{name}</bdi>
            <span className="block text-muted text-sm">
              {[
                t('factor.passkeyAdded', { on: day(createdAt) }),
                lastUsedAt && t('factor.passkeyUsed', { on: day(lastUsedAt) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
          <form action={remove.bind(null, id)}>
            <ConfirmButton
              cancelLabel={t('keep')}
              confirmLabel={t('factor.removeConfirm')}
              consequence={t('factor.removePasskeyText')}
              label={t('factor.remove')}
              title={t('factor.removePasskeyTitle', { name })}
              variant="quiet"
            />
          </form>
        </li>
      ))}
    </ul>
  )
}
