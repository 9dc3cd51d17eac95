import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { HouseState } from '@/lib/operations/schema'

/** Which program runs on what, for whoever asks for help with it. */
export function VersionFacts({ versions, migrations }: Pick<HouseState, 'versions' | 'migrations'>) {
  const t = useTranslations('admin.versions')
  const { version, commit, node, postgres } = versions
  const { applied, missing, last } = migrations
  const standing = missing.length > 0 ? { count: missing.length, names: missing.join(', ') } : null
  return (
    <Facts
      beside
      facts={[
        { term: t('program'), value: commit ? t('commit', { version, commit }) : version },
        { term: 'Node.js', value: node },
        { term: 'PostgreSQL', value: postgres },
        {
          term: t('migrations'),
          value: (
            <span className="wrap-anywhere">
              {t('migrationsText', { count: applied, last: last ?? '–' })}
              {standing && <span className="block">{t('migrationsMissing', standing)}</span>}
            </span>
          ),
        },
      ]}
    />
  )
}
