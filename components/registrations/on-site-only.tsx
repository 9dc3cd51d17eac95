'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Questions for people on site: put aside, with everything they require, while another presence is chosen.
 * Without JavaScript the style sheet puts them aside, and the server ignores what is not for this presence.
 */
export function OnSiteOnly({ children }: { children: ReactNode }) {
  const part = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const fieldset = part.current
    const form = fieldset?.form
    if (!fieldset || !form) return
    const follow = () => {
      const presence = new FormData(form).get('presence')
      const isAway = presence === 'remote' || presence === 'activity_only'
      fieldset.disabled = isAway
      fieldset.hidden = isAway
    }
    follow()
    form.addEventListener('change', follow)
    return () => form.removeEventListener('change', follow)
  }, [])
  return (
    <fieldset className="min-w-0" data-on-site="" ref={part}>
      {children}
    </fieldset>
  )
}
