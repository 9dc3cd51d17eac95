import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { AccountRow } from '@/lib/auth/schema'
import { type Language, sayDay, sayMoment } from '@/lib/dates'

type AccountFactsProps = { account: AccountRow; timezone: string; language: Language }

/** Since when, seen when, signed in where; of tokens nothing but how many browsers hold one. */
export function AccountFacts({ account, timezone, language }: AccountFactsProps) {
  const t = useTranslations('admin.person')
  const { lastSeenAt } = account
  return (
    <Facts
      beside
      facts={[
        { term: t('since'), value: sayDay(account.createdAt, timezone, language) },
        { term: t('seen'), value: lastSeenAt ? sayMoment(lastSeenAt, timezone, language) : t('never') },
        { term: t('sessions'), value: t('sessionsCount', { count: account.sessions }) },
        { term: t('factor'), value: t(account.hasSecondFactor ? 'factorYes' : 'factorNo') },
      ]}
    />
  )
}
