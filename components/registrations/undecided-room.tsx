import { useTranslations } from 'next-intl'
import { LinkButton } from '../ui/button'
import { SubmitButton } from '../ui/form/submit-button'
import { Section } from '../ui/section'

type UndecidedRoomProps = {
  registrationId: string
  /** The date until which there is something to decide, as it is said; null when it has passed. */
  until: string | null
  needNone: () => Promise<void>
}

/** For those who did not know yet: until when they can choose, and what not choosing means. */
export function UndecidedRoom({ registrationId, until, needNone }: UndecidedRoomProps) {
  const t = useTranslations('my.room')
  return (
    <Section level={3} title={t('title')}>
      <div className="max-w-[70ch] space-y-3" data-stay-state="undecided">
        <p>{until ? t('undecided', { date: until }) : t('undecidedLate')}</p>
        <div className="flex flex-wrap gap-3" data-print="hide">
          <LinkButton href={`/my/edit/${registrationId}`}>{t('choose')}</LinkButton>
          <form action={needNone}>
            <SubmitButton variant="secondary">{t('needNone')}</SubmitButton>
          </form>
        </div>
      </div>
    </Section>
  )
}
