import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import type { AttendeePage } from '@/lib/attendees/schema'
import { StatusTag } from './status-tag'

type ManyNamesProps = { slug: string; page: AttendeePage; here: string }

/** Whom an act is for, by name, a page at a time. */
export function ManyNames({ slug, page, here }: ManyNamesProps) {
  const t = useTranslations('organizer.many')
  const list = useTranslations('organizer.list')
  return (
    <>
      <Table
        caption={t('people')}
        columns={[
          { key: 'name', header: list('name'), cell: (row) => <bdi>{row.name}</bdi>, primary: true },
          { key: 'status', header: t('now'), cell: (row) => <StatusTag status={row.status} /> },
          { key: 'email', header: list('email'), cell: (row) => row.email },
        ]}
        rowHref={(row) => `/organizer/${slug}/attendees/${row.id}`}
        rowKey={(row) => row.id}
        rows={page.rows}
      />
      <nav aria-label={list('pages')} className="mt-4 flex flex-wrap gap-3">
        {page.previous && (
          <LinkButton href={`${here}&before=${page.previous}`}>{list('previous')}</LinkButton>
        )}
        {page.next && <LinkButton href={`${here}&after=${page.next}`}>{list('next')}</LinkButton>}
      </nav>
    </>
  )
}
