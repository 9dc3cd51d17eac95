import { useTranslations } from 'next-intl'
import { Anchor } from '@/components/ui/anchor'
import { SubmitButton } from '@/components/ui/form/submit-button'
import { CheckIcon, UndoIcon } from '@/components/ui/icons'
import { callName, mayTick, mustAskAboutPhotos } from '@/lib/check-in/rules'
import type { ArrivalCard, ArrivalPerson } from '@/lib/check-in/schema'
import { type Desk, type DeskAction, TapForm } from './tap-form'

type Ids = { undo: string; force: string; id: string; sticker: string }

type DoorNextStepsProps = {
  card: ArrivalCard
  desk: Desk
  /** A fresh fact's id for each button, made with the page. */
  ids: Ids
  mayForce: boolean
  mayPrint: boolean
  recordTap: DeskAction
  answerAboutPhotos: DeskAction
}

/** What the desk does about an answer: ask, hand out, look at an ID, take it back, overrule. */
export function DoorNextSteps({
  card,
  desk,
  ids,
  mayForce,
  mayPrint,
  recordTap,
  answerAboutPhotos,
}: DoorNextStepsProps) {
  const t = useTranslations('checkIn')
  const { person } = card
  if (!person) return null
  const to = { registrationId: person.registrationId }
  const place = { ...desk, point: card.pointKey ?? desk.point }
  return (
    <div className="space-y-5 px-4 pt-5 sm:px-8 [&_button]:scroll-mb-40">
      {mustAskAboutPhotos(card) && (
        <section className="space-y-3 rounded border-2 border-wait-text bg-wait-soft p-4">
          <h3 className="text-xl">{t('photos.question', { name: callName(person.name) })}</h3>
          <TapForm
            action={answerAboutPhotos}
            className="grid grid-cols-2 gap-3"
            desk={place}
            values={{ ...to, answer: card.factId }}
          >
            <SubmitButton name="photo" size="door" value="fine" variant="secondary">
              {t('photos.fine')}
            </SubmitButton>
            <SubmitButton name="photo" size="door" value="no_camera" variant="secondary">
              {t('photos.noCamera')}
            </SubmitButton>
          </TapForm>
        </section>
      )}
      {person.legalName && (
        <section className="space-y-3 rounded border border-line bg-surface p-4">
          <p className="text-lg">
            {t('legalName')}
            <bdi className="block break-words font-bold text-2xl">{person.legalName}</bdi>
          </p>
          <Noted
            done={person.isIdSeen}
            doneLabel={t('idSeen.done')}
            label={t('idSeen.button')}
            may={mayTick(card)}
            person={person}
            tap={{
              action: recordTap,
              desk: place,
              values: { id: ids.id, idSeen: 'on', answer: card.factId },
            }}
          />
        </section>
      )}
      {person.photo === 'no_camera' && mayTick(card) && (
        <Noted
          done={person.isStickerGiven}
          doneLabel={t('sticker.done')}
          label={t('sticker.button')}
          may
          person={person}
          tap={{
            action: recordTap,
            desk: place,
            values: { id: ids.sticker, stickerGiven: 'on', answer: card.factId },
          }}
        />
      )}
      {mayForce && (
        <TapForm
          action={recordTap}
          desk={place}
          values={{ ...to, id: ids.force, kind: 'arrive', force: 'on' }}
        >
          <SubmitButton size="door" variant="danger">
            {t('force.button')}
          </SubmitButton>
          <p className="mt-2 text-muted">{t('force.text')}</p>
        </TapForm>
      )}
      {mayPrint && person.arrivalId && (
        <Anchor
          className="flex min-h-16 items-center justify-center rounded border border-line-strong bg-surface px-5 font-semibold text-lg"
          href={`/check-in/${desk.slug}/badges/${person.registrationId}`}
          target="_blank"
        >
          {t('badge.link')}
        </Anchor>
      )}
      {person.arrivalId && (
        <TapForm action={recordTap} desk={place} values={{ ...to, id: ids.undo, kind: 'undo' }}>
          <SubmitButton size="door" variant="secondary">
            <UndoIcon size={24} />
            {t(card.outcome === 'left' ? 'undoLeft' : 'undo')}
          </SubmitButton>
        </TapForm>
      )}
    </div>
  )
}

type NotedProps = {
  done: boolean
  doneLabel: string
  label: string
  may: boolean
  person: ArrivalPerson
  tap: { action: DeskAction; desk: Desk; values: Record<string, string> }
}

/** Noted once for good; before somebody is in there is nothing to note it on. */
function Noted({ done, doneLabel, label, may, person, tap }: NotedProps) {
  if (done) {
    return (
      <p className="flex items-center gap-2 font-semibold text-good-text text-lg">
        <CheckIcon size={24} />
        {doneLabel}
      </p>
    )
  }
  if (!may) return null
  return (
    <TapForm {...tap} values={{ ...tap.values, registrationId: person.registrationId, kind: 'arrive' }}>
      <SubmitButton size="door" variant="secondary">
        {label}
      </SubmitButton>
    </TapForm>
  )
}
