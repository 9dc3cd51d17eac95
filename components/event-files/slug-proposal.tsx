'use client'

import { useEffect } from 'react'
import { keyOf } from '@/lib/event-files/rules'
import { fieldId } from '../ui/form/form-context'

/** While nobody has written an address, it follows the title; and the reader's own zone is chosen where none is. */
export function SlugProposal() {
  useEffect(() => {
    const control = <T extends HTMLElement>(name: string) =>
      document.getElementById(fieldId(name)) as T | null
    const title = control<HTMLInputElement>('title')
    const slug = control<HTMLInputElement>('slug')
    const zone = control<HTMLSelectElement>('timezone')
    if (!title || !slug) return
    if (zone?.value === '') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone
    let proposed = slug.value === '' || slug.value === keyOf(title.value) ? slug.value : null
    const follow = () => {
      if (slug.value !== proposed) proposed = null
      if (proposed === null) return
      proposed = keyOf(title.value)
      slug.value = proposed
    }
    title.addEventListener('input', follow)
    return () => title.removeEventListener('input', follow)
  }, [])
  return null
}
