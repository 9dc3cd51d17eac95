'use client'

import { useEffect } from 'react'
import { wipeDoors } from './door/vault'

/**
 * Where nobody is signed in, this browser keeps no list of people that somebody signed in for; where it is paired no
 * more, none that it had as a device.
 */
export function ForgetDoors({ of }: { of: 'account' | 'device' }) {
  useEffect(() => {
    if ('indexedDB' in window) wipeDoors((holder) => holder === of).catch(() => {})
  }, [of])
  return null
}
