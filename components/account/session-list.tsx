import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { SessionRow } from '@/lib/auth/schema'
import { type Language, sayShortDay, sayTime, sayZone } from '@/lib/dates'
import { ReadersMoment } from './readers-moment'

type SessionListProps = {
  sessions: SessionRow[]
  limits: { days: number; idleHours: number }
  end: (id: string) => Promise<void>
  endAll: () => Promise<void>
  timezone: string
  language: Language
}

/** Every browser somebody is signed in with, and the way to end each, or all at once. */
export function SessionList({ sessions, limits, end, endAll, timezone, language }: SessionListProps) {
  const t = useTranslations('account')
  const { days, idleHours } = limits
  const idle =
    idleHours % 24 === 0
      ? t('sessions.idleDays', { days: idleHours / 24 })
      : t('sessions.idleHours', { hours: idleHours })
  const moment = (at: Date) => {
    const there = `${sayShortDay(at, timezone, language)}, ${sayTime(at, timezone, language)} ${sayZone(at, timezone)}`
    return <ReadersMoment at={at.toISOString()} there={there} />
  }
  return (
    <Section note={t('sessions.note', { days, idle })} title={t('sessions.title')}>
      <ul className="mb-5 divide-y divide-line rounded border border-line bg-surface px-5">
        {sessions.map(({ id, device, createdAt, lastSeenAt, isMine }) => (
          <li className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 py-3" key={id}>
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 font-semibold">
                {device || t('sessions.unknown')}
                {isMine && <Tag tone="info">{t('sessions.mine')}</Tag>}
              </p>
              <p className="text-muted text-sm">
                {t('sessions.since')}: {moment(createdAt)} · {t('sessions.seen')}: {moment(lastSeenAt)}
              </p>
            </div>
            {!isMine && (
              <form action={end.bind(null, id)}>
                <ConfirmButton
                  cancelLabel={t('keep')}
                  confirmLabel={t('sessions.endConfirm')}
                  consequence={t('sessions.endText')}
                  label={t('sessions.end')}
                  title={t('sessions.endTitle')}
                  variant="quiet"
                />
              </form>
            )}
          </li>
        ))}
      </ul>
      <form action={endAll}>
        <ConfirmButton
          cancelLabel={t('keep')}
          confirmLabel={t('sessions.everywhereConfirm')}
          consequence={t('sessions.everywhereText')}
          label={t('sessions.everywhere')}
          title={t('sessions.everywhereTitle')}
        />
      </form>
    </Section>
  )
}
