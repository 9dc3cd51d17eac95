import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/empty-state'
import { PageSteps } from './page-steps'
import { SearchForm } from './search-form'

type HouseListProps = {
  room: 'people' | 'events'
  filter: { q?: string } & Record<string, string | undefined>
  after?: string
  found: { rows: unknown[]; count: number; next: string | null }
  /** What else than words the list is narrowed by. */
  choice: ReactNode
  /** The table of what was found. */
  children: ReactNode
}

/** A list of the house: what it is narrowed to, how many fit, a page of them, and the way to the next. */
export function HouseList({ room, filter, after, found, choice, children }: HouseListProps) {
  const t = useTranslations(`admin.${room}`)
  const here = `/admin/${room}`
  return (
    <>
      <SearchForm here={here} labels={{ search: t('search'), apply: t('apply'), all: t('all') }} q={filter.q}>
        {choice}
      </SearchForm>
      {found.rows.length > 0 ? (
        <>
          <p className="mb-3 text-muted">{t('count', { count: found.count })}</p>
          {children}
        </>
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
      <PageSteps
        cursor={{ name: 'after', now: after, next: found.next }}
        filter={filter}
        here={here}
        labels={{ first: t('first'), next: t('next') }}
      />
    </>
  )
}
