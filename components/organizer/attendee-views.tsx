import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { TickField } from '@/components/ui/form/tick-field'
import type { AttendeeView } from '@/lib/attendees/schema'

type AttendeeViewsProps = {
  slug: string
  views: AttendeeView[]
  /** The view that is shown, if one is. */
  current?: string
}

/** The lists that people come back to: their own and those that they share. */
export function AttendeeViews({ slug, views, current }: AttendeeViewsProps) {
  const t = useTranslations('organizer.list.views')
  if (views.length === 0) return null
  return (
    <nav aria-label={t('title')} className="mb-4 flex flex-wrap gap-2" data-print="hide">
      {views.map(({ id, name, query, isShared }) => (
        <Anchor
          aria-current={id === current ? 'page' : undefined}
          className={`inline-flex min-h-9 items-center gap-2 rounded-full border px-3.5 py-1 hover:border-ink ${id === current ? 'border-ink bg-raised font-semibold' : 'border-line bg-surface'}`}
          href={`/organizer/${slug}/attendees?${query}${query ? '&' : ''}view=${id}`}
          key={id}
        >
          <bdi>{name}</bdi>
          {isShared && <span className="text-muted text-sm">{t('shared')}</span>}
        </Anchor>
      ))}
    </nav>
  )
}

type SaveViewProps = {
  views: AttendeeView[]
  /** Owners take away what others share, too. */
  mayDropShared: boolean
  save: (state: FormState, data: FormData) => Promise<FormState>
  drop: (id: string) => Promise<void>
}

/** Keeps the list as it is shown under a name, and takes kept ones away. */
export function SaveView({ views, save, drop, mayDropShared }: SaveViewProps) {
  const t = useTranslations('organizer.list.views')
  const common = useTranslations('common')
  const mine = views.filter(({ isMine, isShared }) => isMine || (isShared && mayDropShared))
  return (
    <details className="rounded border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-2.5 font-semibold">{t('save')}</summary>
      <div className="space-y-5 border-line border-t p-4">
        <ActionForm action={save} className="space-y-3" summaryTitle={t('mistake')}>
          <TextField
            autoComplete="off"
            hint={t('note')}
            label={t('name')}
            maxLength={80}
            name="name"
            required
          />
          <TickField label={t('share')} name="isShared" />
          <SubmitButton pendingLabel={common('sending')} variant="secondary">
            {t('keep')}
          </SubmitButton>
        </ActionForm>
        {mine.length > 0 && (
          <ul className="divide-y divide-line border-line border-t">
            {mine.map(({ id, name }) => (
              <li className="flex flex-wrap items-center justify-between gap-3 py-2" key={id}>
                <bdi>{name}</bdi>
                <form action={drop.bind(null, id)}>
                  <SubmitButton variant="quiet">{t('drop', { name })}</SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
