import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormState } from '@/components/ui/form/form-state'
import { HiddenField } from '@/components/ui/form/hidden-field'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { TextField } from '@/components/ui/form/text-field'
import { Section } from '@/components/ui/section'
import { type Language, sayMoment } from '@/lib/dates'
import { type NoteView, noteLimit } from '@/lib/notes/schema'

type Act = (state: FormState, data: FormData) => Promise<FormState>

type PersonNotesProps = {
  notes: NoteView[]
  tags: string[]
  /** Tags that others wear, to choose from. */
  known: string[]
  names: Record<string, string>
  mayDropAll: boolean
  write: Act
  tag: Act
  drop: (id: string) => Promise<void>
  timezone: string
  language: Language
}

/** What organizers tell each other about somebody, and the words under which they find them again. */
export function PersonNotes({
  notes,
  tags,
  known,
  names,
  mayDropAll,
  write,
  tag,
  drop,
  ...zone
}: PersonNotesProps) {
  const t = useTranslations('organizer.person.notes')
  const common = useTranslations('common')
  const said = tags.join(', ')
  return (
    <Section id="notes" title={t('title')}>
      <div className="space-y-6">
        {notes.length === 0 ? (
          <p className="text-muted">{t('empty')}</p>
        ) : (
          <ol className="divide-y divide-line rounded border border-line bg-surface">
            {notes.map(({ id, text, authorId, createdAt, isMine }) => (
              <li className="space-y-1 px-4 py-3" key={id}>
                <p className="max-w-[70ch] whitespace-pre-line break-words">
                  <bdi>{text}</bdi>
                </p>
                <div className="flex flex-wrap items-center justify-between gap-3 text-muted text-sm">
                  <span>
                    <bdi>{names[authorId] ?? '–'}</bdi>,{' '}
                    <time dateTime={createdAt.toISOString()}>
                      {sayMoment(createdAt, zone.timezone, zone.language)}
                    </time>
                  </span>
                  {(isMine || mayDropAll) && (
                    <form action={drop.bind(null, id)}>
                      <SubmitButton variant="quiet">{t('drop')}</SubmitButton>
                    </form>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
        <ActionForm
          action={write}
          className="max-w-2xl space-y-3"
          id="note"
          key={notes.length}
          summaryTitle={t('mistake')}
        >
          <TextField label={t('write')} lines={3} maxLength={noteLimit} name="text" required />
          <SubmitButton pendingLabel={common('sending')} variant="secondary">
            {t('keep')}
          </SubmitButton>
        </ActionForm>
        <ActionForm
          action={tag}
          className="max-w-2xl space-y-3"
          id="tags"
          key={said}
          summaryTitle={t('tagsMistake')}
        >
          <HiddenField name="seen" value={said} />
          <TextField
            autoComplete="off"
            defaultValue={said}
            hint={[t('tagsHint'), known.join(', ')].filter(Boolean).join(' ')}
            label={t('tags')}
            maxLength={1000}
            name="tags"
          />
          <SubmitButton pendingLabel={common('sending')} variant="secondary">
            {t('saveTags')}
          </SubmitButton>
        </ActionForm>
      </div>
    </Section>
  )
}
