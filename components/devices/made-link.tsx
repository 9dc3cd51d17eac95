'use client'

import { useContext } from 'react'
import { PrintButton } from '../exports/print-button'
import { QrPicture } from '../registrations/qr-picture'
import { FormContext } from '../ui/form/form-context'

type MadeLinkProps = { event: string; words: Record<'ready' | 'readyText' | 'pin' | 'print', string> }

/** The link that the form's action has just made, to be shown to a phone or printed; nobody can show it again. */
export function MadeLink({ event, words }: MadeLinkProps) {
  const { link, pin, qr, of } = useContext(FormContext).state.values
  if (!link?.[0] || !pin?.[0] || !qr?.[0]) return null
  return (
    <section
      aria-label={words.ready}
      className="mb-8 space-y-4 rounded border border-good-text/30 bg-good-soft p-5 outline-none"
      ref={(node) => node?.focus()}
      tabIndex={-1}
    >
      <p className="font-semibold text-lg" data-print="hide" role="status">
        {words.ready}
      </p>
      <p className="break-words font-semibold text-xl">
        <bdi>{event}</bdi> · <bdi>{of?.[0]}</bdi>
      </p>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <div className="size-56 shrink-0 rounded border border-line bg-qr-paper p-1 text-qr-ink">
          <QrPicture svg={qr[0]} />
        </div>
        <p>
          <span className="block text-lg">{words.pin}</span>
          <strong className="select-all whitespace-nowrap font-bold text-3xl tabular-nums tracking-widest">
            {pin[0]}
          </strong>
        </p>
      </div>
      <p>{words.readyText}</p>
      <code className="block select-all break-all" dir="ltr">
        {link[0]}
      </code>
      <div data-print="hide">
        <PrintButton label={words.print} />
      </div>
    </section>
  )
}
