import { useTranslations } from 'next-intl'
import type { EventStatus } from '@/lib/events/schema'
import { ConfirmButton } from '../ui/confirm-button'
import { SubmitButton } from '../ui/form/submit-button'
import { Notice } from '../ui/notice'

export type SaidDoubt = { isFatal: boolean; sentence: string }

type StandingBoxProps = {
  status: EventStatus
  doubts: SaidDoubt[]
  /** How many are registered, and how many a cancellation (or its taking back) is told to. */
  foreseen: { live: number; concerned: number }
  act: (data: FormData) => Promise<void>
}

/** Whether the world sees the event, what stands in the way, and what can be done about it. */
export function StandingBox({ status, doubts, foreseen, act }: StandingBoxProps) {
  const t = useTranslations('settings')
  const sentences = { draft: t('isDraft'), published: t('isPublished'), cancelled: t('isCancelled') }
  return (
    <div className="max-w-[44rem] space-y-4">
      <p className="text-lg">{sentences[status]}</p>
      {status === 'draft' && <Doubts doubts={doubts} />}
      <form action={act} className="flex flex-wrap gap-3">
        {status === 'draft' && <Publish doubts={doubts} />}
        {status === 'published' && <TakeBack live={foreseen.live} />}
        {status === 'published' && (
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('cancelConfirm')}
            consequence={t('cancelConsequence', { count: foreseen.concerned })}
            label={t('cancel')}
            name="status"
            title={t('cancelTitle')}
            value="cancelled"
          />
        )}
        {status === 'cancelled' && (
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('reviveConfirm')}
            consequence={t('reviveConsequence', { count: foreseen.concerned })}
            isHarmless
            label={t('revive')}
            name="status"
            title={t('reviveTitle')}
            value="published"
            variant="secondary"
          />
        )}
      </form>
      {status === 'published' && foreseen.live > 0 && (
        <p className="text-muted">{t('unpublishNot', { count: foreseen.live })}</p>
      )}
    </div>
  )
}

function Doubts({ doubts }: { doubts: SaidDoubt[] }) {
  const t = useTranslations('settings')
  if (doubts.length === 0) return <Notice title={t('ready')} tone="good" />
  return [true, false].map((isFatal) => {
    const said = doubts.filter((doubt) => doubt.isFatal === isFatal)
    if (said.length === 0) return null
    return (
      <Notice key={String(isFatal)} title={t(isFatal ? 'fatal' : 'doubts')} tone={isFatal ? 'bad' : 'warn'}>
        <ul className="list-disc space-y-1 pl-5">
          {said.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    )
  })
}

function Publish({ doubts }: { doubts: SaidDoubt[] }) {
  const t = useTranslations('settings')
  if (doubts.some(({ isFatal }) => isFatal)) return null
  if (doubts.length === 0)
    return (
      <SubmitButton name="status" value="published">
        {t('publish')}
      </SubmitButton>
    )
  return (
    <ConfirmButton
      cancelLabel={t('keep')}
      confirmLabel={t('publishAnyway')}
      consequence={t('doubtsConsequence')}
      isHarmless
      label={t('publish')}
      name="status"
      title={t('doubtsTitle')}
      value="published-anyway"
      variant="primary"
    />
  )
}

function TakeBack({ live }: { live: number }) {
  const t = useTranslations('settings')
  if (live > 0) return null
  return (
    <ConfirmButton
      cancelLabel={t('keep')}
      confirmLabel={t('unpublish')}
      consequence={t('unpublishConsequence')}
      isHarmless
      label={t('unpublish')}
      name="status"
      title={t('unpublishTitle')}
      value="draft"
      variant="secondary"
    />
  )
}
