import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { type MemberRow, teamRoles } from '@/lib/team/schema'

export type MemberDeeds = {
  giveRole: (userId: string, data: FormData) => Promise<void>
  remove: (userId: string) => Promise<void>
  handOver: (userId: string) => Promise<void>
}

type MemberToolsProps = { row: MemberRow; isMe: boolean; mayHandOver: boolean; deeds: MemberDeeds }

/** What an owner may do about one member: another role, out of the team, or the event as a whole. */
export function MemberTools({ row, isMe, mayHandOver, deeds }: MemberToolsProps) {
  const t = useTranslations('team')
  const name = row.name ?? row.email
  return (
    <div className="flex flex-wrap items-center gap-2 py-1">
      <form action={deeds.giveRole.bind(null, row.userId)} className="flex items-center gap-2">
        <label className="sr-only" htmlFor={`role-${row.userId}`}>
          {t('changeRole', { name })}
        </label>
        <select
          id={`role-${row.userId}`}
          className="min-h-11 rounded border border-line-strong bg-surface px-2.5 text-base"
          defaultValue={row.role}
          key={row.role}
          name="role"
        >
          {teamRoles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </select>
        <Button type="submit" variant="quiet">
          {t('save')}
        </Button>
      </form>
      {!isMe && mayHandOver && row.role !== 'owner' && (
        <form action={deeds.handOver.bind(null, row.userId)}>
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('handOverConfirm')}
            consequence={t('handOverText', { name })}
            label={t('handOver')}
            title={t('handOverTitle', { name })}
            variant="quiet"
          />
        </form>
      )}
      {!isMe && (
        <form action={deeds.remove.bind(null, row.userId)}>
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('removeConfirm')}
            consequence={t('removeText')}
            label={t('remove')}
            title={t('removeTitle', { name })}
            variant="quiet"
          />
        </form>
      )}
    </div>
  )
}
