import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import type { Settings } from '@/lib/installation/schema'

type FactorPartProps = {
  settings: Settings
  /** Who plans and has none. */
  unguarded: { people: number; isMe: boolean }
  action: (data: FormData) => Promise<void>
}

/** Whether a second factor is demanded; before it is, the page says of how many. */
export function FactorPart({ settings, unguarded, action }: FactorPartProps) {
  const t = useTranslations('admin.settings')
  const isOn = settings.isSecondFactorRequired
  const word = isOn ? 'release' : 'require'
  return (
    <form action={action} className="max-w-2xl space-y-4">
      <input name="version" type="hidden" value={settings.version} />
      <p className="font-medium">{t(isOn ? 'factorOn' : 'factorOff')}</p>
      <ConfirmButton
        cancelLabel={t('keep')}
        confirmLabel={t(`${word}Yes`)}
        consequence={
          <p>
            {isOn ? t('releaseText') : t('requireText', { count: unguarded.people })}{' '}
            {!isOn && unguarded.isMe && t('requireMe')}
          </p>
        }
        label={t(word)}
        name="rule"
        title={t(`${word}Title`)}
        value={isOn ? 'optional' : 'required'}
        variant="secondary"
      />
    </form>
  )
}
