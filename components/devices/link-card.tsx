import { useTranslations } from 'next-intl'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { type Language, sayMoment, sayTime } from '@/lib/dates'
import type { LinkRow } from '@/lib/devices/schema'
import { type DeviceDeeds, DeviceList } from './device-list'

type LinkCardProps = {
  link: LinkRow
  deeds: DeviceDeeds & { takeBack: (id: string) => Promise<void> }
  timezone: string
  language: Language
}

/** One link: what it lets phones do, whether it does now, and who came by it. */
export function LinkCard({ link, deeds, timezone, language }: LinkCardProps) {
  const t = useTranslations('devices')
  const say = (at: Date) => sayMoment(at, timezone, language)
  const isLive = link.state !== 'over' && link.state !== 'revoked'
  const paired = link.devices.filter(({ state }) => state === 'paired')
  return (
    <article
      aria-labelledby={`link-${link.id}`}
      className="space-y-3 rounded border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 className="min-w-0 break-words text-lg" id={`link-${link.id}`}>
          <bdi>{link.name}</bdi>
        </h2>
        <Tag tone={tones[link.state]}>{t(`states.${link.state}`)}</Tag>
      </div>
      <p className="text-muted">
        <span className="font-semibold text-ink">{t(`roles.${link.role}`)}</span> ·{' '}
        {t('span', { from: say(link.validFrom), until: say(link.validUntil) })}
        {link.madeBy && <> · {t('madeBy', { who: link.madeBy })}</>}
      </p>
      {isLive && link.wrongPins > 0 && (
        <Notice title={t('wrongPins', { count: link.wrongPins })} tone="warn">
          {link.state === 'paused' && link.pausedUntil && (
            <p>{t('paused', { when: sayTime(link.pausedUntil, timezone, language) })}</p>
          )}
        </Notice>
      )}
      {link.devices.length > 0 ? <DeviceList deeds={deeds} rows={link.devices} /> : <p>{t('noDevices')}</p>}
      {isLive && (
        <form action={deeds.takeBack.bind(null, link.id)}>
          <ConfirmButton
            cancelLabel={t('keep')}
            confirmLabel={t('takeBackConfirm')}
            consequence={t('takeBackText', { count: paired.length })}
            label={t('takeBack')}
            title={t('takeBackTitle', { name: link.name })}
            variant="quiet"
          />
        </form>
      )}
    </article>
  )
}

const tones = { open: 'good', not_yet: 'info', paused: 'wait', over: 'neutral', revoked: 'bad' } as const
