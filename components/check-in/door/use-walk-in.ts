import { useEffect, useState } from 'react'
import { mustAskAboutPhotos } from '@/lib/check-in/rules'
import { defaultLanguage, isLanguage } from '@/lib/languages'
import { cardOf } from './card-of'
import type { Door } from './create-door'
import type { DoorState } from './door-state'

/** The form for somebody new while there is no network, and who was held last. */
export function useWalkIn(door: Door, state: DoorState) {
  const [isOpen, setOpen] = useState(false)
  const [heldName, setHeldName] = useState<string | null>(null)
  const factId = state.shown?.factId
  useEffect(() => {
    if (factId) setHeldName(null)
  }, [factId])

  return {
    isOpen,
    heldName,
    /** Null while the page for it can be asked for. */
    hold: state.offlineSince === null ? null : open,
    close: () => setOpen(false),
    next: () => setHeldName(null),
    keep,
  }

  function open() {
    const { shown } = state
    if (shown && mustAskAboutPhotos(cardOf(shown, state))) return door.store.set({ isHeldUp: true })
    door.store.set({ shown: null, isHeldUp: false })
    setHeldName(null)
    setOpen(true)
  }

  async function keep(data: FormData) {
    const said = (name: string) => String(data.get(name) ?? '').trim()
    const language = said('language')
    const isKept = await door.walkIns.keep({
      name: said('name'),
      email: said('email'),
      organization: said('organization'),
      legalName: said('legalName'),
      photo: said('photo') === 'no_camera' ? 'no_camera' : 'fine',
      agreed: said('agreed') === 'on_paper',
      language: isLanguage(language) ? language : defaultLanguage,
    })
    if (!isKept) return
    setOpen(false)
    setHeldName(said('name'))
  }
}

export type UsedWalkIn = ReturnType<typeof useWalkIn>
