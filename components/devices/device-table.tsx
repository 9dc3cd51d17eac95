import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { DeviceRow } from '@/lib/devices/schema'

export type DeviceDeeds = {
  sendAway: (id: string) => Promise<void>
  rename: (id: string, data: FormData) => Promise<void>
}

type DeviceTableProps = { caption: string; rows: DeviceRow[]; deeds: DeviceDeeds }

/** The phones that came by one link, and what each last said of itself. */
export function DeviceTable({ caption, rows, deeds }: DeviceTableProps) {
  const t = useTranslations('devices')
  const format = useFormatter()
  const now = useNow()
  const ago = (at: Date) =>
    now.getTime() - at.getTime() < 60_000 ? t('justNow') : format.relativeTime(at, now)
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'name',
          header: t('phone'),
          primary: true,
          className: 'wrap-anywhere min-w-28',
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        {
          key: 'state',
          header: t('state'),
          cell: ({ state }) => <Tag tone={tones[state]}>{t(`deviceStates.${state}`)}</Tag>,
        },
        {
          key: 'seen',
          header: t('seen'),
          className: 'whitespace-nowrap',
          cell: ({ lastSeenAt }) => <time dateTime={lastSeenAt.toISOString()}>{ago(lastSeenAt)}</time>,
        },
        {
          key: 'queue',
          header: t('queue'),
          className: 'whitespace-nowrap',
          cell: ({ queueLength }) =>
            queueLength > 0 ? (
              <Tag tone="wait">{t('scans', { count: queueLength })}</Tag>
            ) : (
              t('scans', { count: 0 })
            ),
        },
        {
          key: 'act',
          header: t('act'),
          cell: (row) => row.state === 'paired' && <DeviceTools deeds={deeds} row={row} />,
        },
      ]}
      rowKey={({ id }) => id}
      rows={rows}
    />
  )
}

function DeviceTools({ row, deeds }: { row: DeviceRow; deeds: DeviceDeeds }) {
  const t = useTranslations('devices')
  const { id, name, queueLength } = row
  return (
    <div className="flex items-center gap-1">
      <form action={deeds.rename.bind(null, id)} className="flex items-center gap-1">
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

const tones = { paired: 'good', over: 'neutral', revoked: 'bad' } as const
