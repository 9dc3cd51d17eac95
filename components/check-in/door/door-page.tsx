import { useTranslations } from 'next-intl'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { callName, mustAskAboutPhotos } from '@/lib/check-in/rules'
import { DoorSearch } from '../door-search'
import { CameraView } from './camera-view'
import type { Door } from './create-door'
import { DoorTop } from './door-top'
import { FoundPeople } from './found-people'
import { LookAt } from './look-at'
import { LostWords } from './lost-words'
import { Practice } from './practice'
import { ShownSteps, ShownWords } from './shown-answer'
import { ThisDevice } from './this-device'
import { useCamera } from './use-camera'
import { useDoor } from './use-door'
import { useField } from './use-field'
import { useWalkIn } from './use-walk-in'
import { HeldWords, WalkInHeld } from './walk-in-held'
import { HoldsWalkIns } from './walk-in-way'

type DoorPageProps = { door: Door; slug: string; text: string; foot: ReactNode }

/** On a phone the answer stands above and the thumb works below; on a tablet they stand side by side. */
export function DoorPage({ door, slug, text: typed, foot }: DoorPageProps) {
  const t = useTranslations('checkIn')
  const used = useDoor(door)
  const { state, card } = used
  const [text, setText] = useState(typed)
  const camera = useCamera(used.seen)
  const walkIn = useWalkIn(door, state)
  const field = useField(card?.factId, () => setText(''))
  const words = useRef<HTMLElement>(null)
  const { isOpen, heldName } = walkIn
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new begins at its top
  useLayoutEffect(() => void words.current?.scrollTo({ top: 0 }), [card?.factId, isOpen, heldName])

  const { snapshot } = state.picture
  const isSearching = text.trim() !== '' && snapshot.device.rank !== 'scan_only'
  const held = card || isSearching ? null : walkIn.heldName
  const isIdle = !card && !isSearching && !state.isAsking && !walkIn.isOpen && held === null
  const mustAsk = card !== null && mustAskAboutPhotos(card)
  return (
    <div
      className="flex h-dvh flex-col overflow-hidden tiny:h-auto tiny:min-h-dvh tiny:overflow-visible beside:grid beside:grid-cols-[minmax(20rem,2fr)_3fr] beside:grid-rows-[auto_minmax(0,1fr)_auto]"
      data-door="open"
    >
      <DoorTop used={used} />
      <main
        className={`min-h-0 overflow-y-auto overflow-x-hidden overscroll-contain outline-none tiny:max-h-none tiny:flex-none tiny:overflow-visible beside:col-start-2 beside:row-span-2 beside:row-start-2 ${isIdle ? 'max-h-[45%] shrink-0 beside:max-h-none' : 'flex-1'}`}
        id="main"
        ref={words}
        tabIndex={-1}
      >
        <div aria-atomic="true" aria-live="assertive" role="status">
          {state.isHeldUp && mustAsk && (
            <p className="bg-wait px-5 py-3 font-semibold text-lg text-wait-ink sm:px-8">
              {t('photoFirst', { name: callName(card.person!.name) })}
            </p>
          )}
          {state.isNotKept && (
            <p className="bg-bad px-5 py-6 font-semibold text-2xl text-bad-ink sm:px-8">{t('notKept')}</p>
          )}
          {state.isAsking && <p className="px-5 py-8 text-2xl sm:px-8">{t('connection.asking')}</p>}
          {card && !isSearching && !state.isAsking && <ShownWords used={used} />}
          {held !== null && <HeldWords name={held} state={state} />}
        </div>
        {card && !isSearching && !state.isAsking && <ShownSteps slug={slug} used={used} />}
        <div className="space-y-4 px-4 py-4 empty:hidden sm:px-8">
          {walkIn.isOpen && (
            <div hidden={isSearching}>
              <WalkInHeld isIdNeeded={snapshot.event.isIdNeeded} walkIn={walkIn} />
            </div>
          )}
          {isSearching && (
            <FoundPeople door={door} slug={slug} text={text} used={used} whenChosen={() => setText('')} />
          )}
          {used.worker.isNewer && (
            <Notice>
              <p>{t('newer.text')}</p>
              <Button className="mt-2" onClick={used.worker.loadNewer}>
                {t('newer.load')}
              </Button>
            </Notice>
          )}
          {isIdle && <Practice event={snapshot.event} />}
          {!isSearching && <LostWords />}
          {!isSearching && <LookAt door={door} state={state} />}
          {!isSearching && <ThisDevice camera={camera} door={door} state={state} />}
        </div>
        {/* Whoever unpairs this device presses a form of the foot; what the device holds goes first. */}
        {!isSearching && !walkIn.isOpen && (
          <div onSubmitCapture={() => snapshot.device.id && void door.vault.wipe()}>
            <HoldsWalkIns value={walkIn.hold}>{foot}</HoldsWalkIns>
            {!snapshot.device.id && (
              <p className="px-4 pb-8 text-sm sm:px-8">
                <TextLink className="inline-flex min-h-11 items-center" href="/check-in">
                  {t('allEvents')}
                </TextLink>
              </p>
            )}
          </div>
        )}
      </main>
      <CameraView camera={camera} isBig={isIdle} isShut={mustAsk || walkIn.isOpen} />
      <div className="flex items-end gap-2 border-line border-t bg-paper px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-8 beside:col-start-1 beside:row-start-3">
        <div className="min-w-0 flex-1">
          <DoorSearch
            isNext={false}
            live={{
              field,
              typed: setText,
              asked: () => used.enterTyped(text),
            }}
            mayNames={snapshot.device.rank !== 'scan_only'}
            point={state.point}
            text={text}
          />
        </div>
        {(card || held !== null) && (
          <Button
            className="min-h-16 shrink-0 px-6"
            disabled={mustAsk}
            onClick={() => {
              walkIn.next()
              used.next()
            }}
            size="large"
            variant="primary"
          >
            {t('next')}
          </Button>
        )}
      </div>
    </div>
  )
}
