import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Notice } from '@/components/ui/notice'
import type en from '@/messages/en.json'

type DecidePersonProps = { name: string; letIn: () => Promise<void>; turnDown: () => Promise<void> }

/** Lets somebody in or turns them down, after saying what that does. */
export function DecidePerson({ name, letIn, turnDown }: DecidePersonProps) {
  const t = useTranslations('organizer.decide')
  return (
    <Notice title={t('title')} tone="info">
      <p>{t('text')}</p>
      <div className="flex flex-wrap items-start gap-3 pt-2">
        <form action={letIn}>
          <ConfirmButton
            cancelLabel={t('notYet')}
            confirmLabel={t('letInConfirm')}
            consequence={t('letInText')}
            isHarmless
            label={t('letIn')}
            title={t('letInTitle', { name })}
            variant="primary"
          />
        </form>
        <form action={turnDown}>
          <ConfirmButton
            cancelLabel={t('notYet')}
            confirmLabel={t('turnDownConfirm')}
            consequence={t('turnDownText')}
            label={t('turnDown')}
            title={t('turnDownTitle', { name })}
          />
        </form>
      </div>
    </Notice>
  )
}

/** What became of it, as the address says after the press. */
export function Decided({ said }: { said: string | string[] | undefined }) {
  const t = useTranslations('organizer.decide')
  const word = typeof said === 'string' && Object.hasOwn(tones, said) ? (said as keyof typeof tones) : null
  return word && <Notice role="status" title={t(`said.${word}`)} tone={tones[word]} />
}

const tones = {
  approved: 'good',
  declined: 'good',
  not_pending: 'warn',
  event_full: 'warn',
  event_over: 'warn',
} as const satisfies Record<keyof (typeof en)['organizer']['decide']['said'], 'good' | 'warn'>
