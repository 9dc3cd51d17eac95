import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { isOverrulable, mustAskAboutPhotos } from '@/lib/check-in/rules'
import type { Language } from '@/lib/dates'
import { DoorAnswer } from '../door-answer'
import { DoorNextSteps } from '../door-next-steps'
import type { UsedDoor } from './use-door'

export function ShownWords({ used: { card, state } }: { used: UsedDoor }) {
  const t = useTranslations('checkIn.connection')
  const language = useLocale() as Language
  if (!card || !state.shown) return null
  const isAlone = state.shown.by === 'device' && state.offlineSince !== null
  return (
    <DoorAnswer
      card={card}
      language={language}
      note={isAlone ? t('alone') : undefined}
      timezone={state.picture.snapshot.event.timezone}
    />
  )
}

export function ShownSteps({ used, slug }: { used: UsedDoor; slug: string }) {
  const { card, state, recordTap, answerAboutPhotos } = used
  const factId = card?.factId
  // biome-ignore lint/correctness/useExhaustiveDependencies: new ids for every new answer
  const ids = useMemo(freshIds, [factId])
  const steps = useRef<HTMLDivElement>(null)
  const mustAsk = card !== null && mustAskAboutPhotos(card)
  // On a short screen the answer would hide the question without which nobody is next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer asks anew
  useEffect(() => {
    if (mustAsk) steps.current?.querySelector('section')?.scrollIntoView({ block: 'nearest' })
  }, [mustAsk, factId])
  if (!card?.person?.registrationId) return null
  return (
    <div ref={steps}>
      <DoorNextSteps
        answerAboutPhotos={answerAboutPhotos}
        card={card}
        desk={{ slug, point: state.point }}
        ids={ids}
        mayPrint={state.offlineSince === null && state.picture.snapshot.device.rank !== 'scan_only'}
        mayForce={state.picture.snapshot.device.rank === 'supervisor' && isOverrulable(card)}
        recordTap={recordTap}
      />
    </div>
  )
}

const freshIds = () => {
  const id = () => crypto.randomUUID()
  return { undo: id(), force: id(), id: id(), sticker: id() }
}
