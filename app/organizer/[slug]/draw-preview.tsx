import type { ReactNode } from 'react'
import { PartPreview } from '@/components/event-files/part-preview'
import { now } from '@/lib/clock'
import type { PartName } from '@/lib/event-forms/schema'
import type { Language } from '@/lib/languages'
import type { EventOffer } from '@/lib/registrations/schema'

export const drawPreview = (part: PartName, offer: EventOffer, language: Language): ReactNode => (
  <PartPreview language={language} now={now()} offer={offer} part={part} />
)
