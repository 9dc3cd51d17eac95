'use client'

import { useEffect } from 'react'
import { wipeDoors } from './door/vault'

/** Where nobody is signed in, this browser keeps no list of people that somebody signed in for; paired phones keep theirs. */
export function ForgetDoors() {
  useEffect(() => {
    if ('indexedDB' in window) wipeDoors((holder) => holder === 'account').catch(() => {})
  }, [])
  return null
}
