import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { type MemberRow, type TeamRole, teamRoles } from '@/lib/team/schema'

export type MemberDeeds = {
  giveRole: (userId: string, seen: TeamRole, data: FormData) => Promise<void>
  remove: (userId: string) => Promise<void>
  handOver: (userId: string) => Promise<void>
}

type MemberToolsProps = { row: MemberRow; isMe: boolean; mayHandOver: boolean; deeds: MemberDeeds }

/** Which role a member has, to be changed. */
export function RoleForm({ row, deeds }: Pick<MemberToolsProps, 'row' | 'deeds'>) {
  const t = useTranslations('team')
  return (
    <form action={deeds.giveRole.bind(null, row.userId, row.role)} className="flex items-center gap-1">
      <label className="sr-only" htmlFor={`role-${row.userId}`}>
        {t('changeRole', { name: row.name ?? row.email })}
      </label>
      <select
        className="min-h-11 rounded border border-line-strong bg-surface px-2.5 text-base"
        defaultValue={row.role}
        id={`role-${row.userId}`}
        key={row.role}
        name="role"
      >
        {teamRoles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </select>
      <Button className="whitespace-nowrap" type="submit" variant="quiet">
        {t('save')}
      </Button>
    </form>
  )
}

/** What else an owner may do about one member: hand over the event, or take them out of the team. */
export function MemberTools({ row, isMe, mayHandOver, deeds }: MemberToolsProps) {
  const t = useTranslations('team')
  const name = row.name ?? row.email
  if (isMe) return null
  return (
    <div className="flex flex-wrap items-center gap-1">
      {mayHandOver && row.role !== 'owner' && (
        <form action={deeds.handOver.bind(null, row.userId)}>
          <ConfirmButton
            cancelLabel={t('keep')}
            className="whitespace-nowrap"
            confirmLabel={t('handOverConfirm')}
            consequence={t('handOverText', { name })}
            label={t('handOver')}
            title={t('handOverTitle', { name })}
            variant="quiet"
          />
        </form>
      )}
      <form action={deeds.remove.bind(null, row.userId)}>
        <ConfirmButton
          cancelLabel={t('keep')}
          className="whitespace-nowrap"
          confirmLabel={t('removeConfirm')}
          consequence={t('removeText')}
          label={t('remove')}
          title={t('removeTitle', { name })}
          variant="quiet"
        />
      </form>
    </div>
  )
}
