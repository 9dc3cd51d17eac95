'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { emptyFormState } from '../ui/form/form-state'
import type { PartState } from './part-state'

type LivePreviewProps = {
  /** The form's own action; asked with `do=preview` it draws and keeps nothing. */
  ask: (state: PartState, data: FormData) => Promise<PartState>
  formId: string
  waiting: string
  children: ReactNode
}

const pause = 500

/** The public page's part as it would be, drawn on the server; without scripts it shows what is kept. */
export function LivePreview({ ask, formId, waiting, children }: LivePreviewProps) {
  const [drawn, setDrawn] = useState<ReactNode>(null)
  const [isBehind, setBehind] = useState(false)
  const asked = useRef(0)
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement | null
    if (!form) return
    let timer: ReturnType<typeof setTimeout>
    const draw = async () => {
      asked.current += 1
      const mine = asked.current
      const data = new FormData(form)
      data.set('do', 'preview')
      const answer = await ask(emptyFormState, data).catch(() => null)
      if (mine !== asked.current) return
      setBehind(!answer?.preview)
      if (answer?.preview) setDrawn(answer.preview)
    }
    const follow = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void draw(), pause)
    }
    form.addEventListener('input', follow)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', follow)
    }
  }, [ask, formId])
  return (
    <>
      {isBehind && (
        <p className="mb-3 text-muted text-sm" role="status">
          {waiting}
        </p>
      )}
      {drawn ?? children}
    </>
  )
}
