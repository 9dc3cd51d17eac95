import { useTranslations } from 'next-intl'
import type { ChangeCount } from '@/lib/exports/schema'

/** "Since then: 3 new, 1 cancelled". */
export function ChangeWords({ changes }: Pick<ChangeCount, 'changes'>) {
  const t = useTranslations('organizer.exports.handout')
  const said = [
    changes.new > 0 && t('deltaNew', { count: changes.new }),
    changes.changed > 0 && t('deltaChanged', { count: changes.changed }),
    changes.cancelled > 0 && t('deltaCancelled', { count: changes.cancelled }),
  ].filter((one) => one !== false)
  return said.length > 0 ? t('delta', { changes: said.join(', ') }) : t('deltaNone')
}
