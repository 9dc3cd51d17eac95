import type { useTranslations } from 'next-intl'
import type { EventView } from '@/lib/events/schema'
import { placesLeft } from '@/lib/places/rules'

type Words = ReturnType<typeof useTranslations<'event'>>

export function onSiteWords(event: EventView, t: Words): string {
  const left = placesLeft(event.pools.onSite)
  return left === null ? t('onSiteUnlimited') : t('leftOf', { left, size: event.pools.onSite.size ?? 0 })
}

export function remoteWords(event: EventView, t: Words): string {
  const left = placesLeft(event.pools.remote)
  return left === null ? t('remoteUnlimited') : t('remoteLeft', { left })
}
