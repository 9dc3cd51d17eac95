import { useTranslations } from 'next-intl'
import type { Language } from '@/lib/languages'
import { isThere, noticeRow } from '@/lib/privacy/rules'
import type { FieldName } from '@/lib/privacy/schema'
import type { EventOffer } from '@/lib/registrations/schema'
import { Help } from '../ui/form/help'
import { TextLink } from '../ui/text-link'

type KeptHintProps = { fields: FieldName[]; offer: EventOffer; language: Language; isFramed?: boolean }

/** Who sees what is asked here, and until when, from the register; opened by whoever wants to know. */
export function KeptHint({ fields, offer, language, isFramed }: KeptHintProps) {
  const t = useTranslations('notice')
  const { slug, privacyVersion: version } = offer.event
  const rows = fields.filter((name) => isThere(offer, name))
  return (
    <Help title={t('hint')}>
      <ul className="space-y-1">
        {rows.map((name) => {
          const { field, seenBy, keep } = noticeRow(offer.event, name, language)
          return <li key={name}>{t('hintLine', { field, readers: seenBy, keep })}</li>
        })}
      </ul>
      <p className="mt-2">
        <TextLink href={`/events/${slug}/privacy`} target={isFramed ? '_blank' : undefined}>
          {t('hintMore', { version })}
        </TextLink>
      </p>
    </Help>
  )
}
