import { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { limits, type Opening } from '@/lib/registrations/schema'
import { Question } from '../ui/form/question'
import { TextField } from '../ui/form/text-field'

type WayInProps = { event: EventView; opening: Opening }

/** What lets somebody in, as the form carries it: a personal invitation, or the code of the event. */
export function WayIn({ event, opening }: WayInProps) {
  const t = useTranslations('register.code')
  if (opening.invitation) return <input name="invitation" type="hidden" value={opening.invitation.token} />
  if (!event.accessCode) return opening.code && <input name="accessCode" type="hidden" value={opening.code} />
  return (
    <Question hint={t('hint')} title={t('title')}>
      <TextField
        autoComplete="off"
        defaultValue={opening.code ?? undefined}
        label={t('label')}
        maxLength={limits.accessCode}
        name="accessCode"
        required
        spellCheck={false}
      />
    </Question>
  )
}
