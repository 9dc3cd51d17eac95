import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { type AttendeeColumn, columnWords } from '@/lib/attendees/schema'
import type { Language } from '@/lib/dates'
import type { QuestionView } from '@/lib/questions/schema'
import { useColumnName } from './attendee-table'

type AttendeeColumnsProps = {
  columns: AttendeeColumn[]
  questions: QuestionView[]
  language: Language
  action: (data: FormData) => Promise<void>
}

/** Which columns the list has; remembered for this person and this event. */
export function AttendeeColumns({ columns, questions, language, action }: AttendeeColumnsProps) {
  const t = useTranslations('organizer.list')
  const nameOf = useColumnName(questions, language)
  const all: AttendeeColumn[] = [...columnWords, ...questions.map(({ key }) => `answer.${key}` as const)]
  return (
    <details className="rounded border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-2.5 font-semibold">{t('chooseColumns')}</summary>
      <form action={action} className="border-line border-t p-4">
        <fieldset>
          <legend className="text-muted text-sm">{t('columnsNote')}</legend>
          <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
            {all.map((column) => (
              <label className="flex min-h-9 items-start gap-2.5 py-1" key={column}>
                <input
                  className="mt-1 size-4.5 shrink-0"
                  defaultChecked={columns.includes(column)}
                  key={String(columns.includes(column))}
                  name="column"
                  type="checkbox"
                  value={column}
                />
                <bdi className="min-w-0 break-words">{nameOf(column)}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-4">
          <SubmitButton variant="secondary">{t('showColumns')}</SubmitButton>
        </div>
      </form>
    </details>
  )
}
