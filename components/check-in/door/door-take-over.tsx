'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createDoor, type Door, type DoorSetting } from './create-door'
import { DoorOver } from './door-over'
import { DoorPage } from './door-page'
import { LostWords } from './lost-words'

type DoorTakeOverProps = {
  setting: DoorSetting
  /** What was being searched for when the page was sent. */
  text: string
  foot: ReactNode
  /** The page as it was sent: it goes on working where this device can hold nothing. */
  children: ReactNode
}

/** With JavaScript, and a place to keep things sealed, the door goes on without network. */
export function DoorTakeOver({ setting, text, foot, children }: DoorTakeOverProps) {
  const { slug, eventId, holder, point } = setting
  const [door, setDoor] = useState<Door | 'over' | null>(null)
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    let made: Door | null = null
    let isGone = false
    // The page goes with all it uses: the camera, too.
    const look = () => made?.store.get().isOver && setDoor('over')
    if (canHold())
      createDoor({ slug, eventId, holder, point }).then(
        (opened) => {
          made = opened === 'over' ? null : opened
          if (isGone) return made?.close()
          // Whoever types already goes on typing.
          const field = document.getElementById('door-search')
          if (field instanceof HTMLInputElement) setTyped(field.value)
          setDoor(opened)
          made?.store.subscribe(look)
          look()
        },
        () => {},
      )
    return () => {
      isGone = true
      made?.close()
    }
  }, [slug, eventId, holder, point])
  if (door === 'over') return <DoorOver slug={slug} />
  if (door) return <DoorPage door={door} foot={foot} slug={slug} text={typed} />
  return (
    <>
      <LostWords className="mx-auto my-4 w-[calc(100%-2rem)] max-w-measure" />
      {children}
    </>
  )
}

const canHold = () => window.isSecureContext && 'indexedDB' in window && 'locks' in navigator
