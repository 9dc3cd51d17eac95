import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Tag } from '@/components/ui/tag'
import type { DeviceRow } from '@/lib/devices/schema'

export type DeviceDeeds = {
  sendAway: (id: string) => Promise<void>
  rename: (id: string, data: FormData) => Promise<void>
}

type DeviceListProps = { rows: DeviceRow[]; deeds: DeviceDeeds }

/** The phones that came by one link, and what each last said of itself; on a phone one under the other. */
export function DeviceList({ rows, deeds }: DeviceListProps) {
  const t = useTranslations('devices')
  const format = useFormatter()
  const now = useNow()
  const ago = (at: Date) =>
    now.getTime() - at.getTime() < 60_000 ? t('justNow') : format.relativeTime(at, now)
  return (
    <ul aria-label={t('phones')} className="divide-y divide-line rounded border border-line">
      {rows.map((row) => (
        <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3" key={row.id}>
          <div className="min-w-0 space-y-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <bdi className="wrap-anywhere min-w-0 font-semibold text-lg">{row.name}</bdi>
              {row.state !== 'paired' && (
                <Tag tone={row.state === 'revoked' ? 'bad' : 'neutral'}>{t(`deviceStates.${row.state}`)}</Tag>
              )}
            </p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
              <time dateTime={row.lastSeenAt.toISOString()}>{t('seen', { ago: ago(row.lastSeenAt) })}</time>
              {row.queueLength > 0 && <Tag tone="wait">{t('queue', { count: row.queueLength })}</Tag>}
            </p>
          </div>
          {row.state === 'paired' && <DeviceTools deeds={deeds} row={row} />}
        </li>
      ))}
    </ul>
  )
}

function DeviceTools({ row, deeds }: { row: DeviceRow; deeds: DeviceDeeds }) {
  const t = useTranslations('devices')
  const { id, name, queueLength } = row
  return (
    <div className="flex flex-wrap items-center gap-1">
      <form action={deeds.rename.bind(null, id)} className="flex flex-wrap items-center gap-1">
        <label className="sr-only" htmlFor={`name-${id}`}>
          {t('rename', { name })}
        </label>
        <input
          autoComplete="off"
          className="min-h-11 w-36 rounded border border-line-strong bg-surface px-2.5 text-base"
          defaultValue={name}
          dir="auto"
          id={`name-${id}`}
          key={name}
          maxLength={40}
          name="name"
          required
        />
        <Button className="whitespace-nowrap" type="submit" variant="quiet">
          {t('save')}
        </Button>
      </form>
      <form action={deeds.sendAway.bind(null, id)}>
        <ConfirmButton
          cancelLabel={t('keep')}
          className="whitespace-nowrap"
          confirmLabel={t('revokeConfirm')}
          consequence={
            <>
              <p>{t('revokeText')}</p>
              {queueLength > 0 && (
                <p className="mt-2 font-semibold">{t('revokeQueue', { count: queueLength })}</p>
              )}
            </>
          }
          label={t('revoke')}
          title={t('revokeTitle', { name })}
          variant="quiet"
        />
      </form>
    </div>
  )
}
