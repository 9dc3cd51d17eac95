import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Section } from '@/components/ui/section'

type LeaveTeamProps = { event: string; isLastOwner: boolean; action: () => Promise<void> }

/** The way out of a team; the only owner is told to hand over first. */
export function LeaveTeam({ event, isLastOwner, action }: LeaveTeamProps) {
  const t = useTranslations('team')
  return (
    <Section title={t('leave')}>
      {isLastOwner ? (
        <p className="max-w-[60ch] text-muted">{t('leaveOwner')}</p>
      ) : (
        <form action={action}>
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('leaveConfirm')}
            consequence={t('leaveText')}
            label={t('leave')}
            title={t('leaveTitle', { event })}
          />
        </form>
      )}
    </Section>
  )
}
