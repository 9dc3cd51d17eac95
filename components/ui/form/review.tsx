'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import { Button } from '../button'
import type { AnswerPart, AnswerWords } from './read-answers'
import { SubmitButton } from './submit-button'

export type ReviewWords = AnswerWords & {
  title: string
  lead: string
  change: string
  back: string
  send: string
  sending: string
}

type ReviewProps = { parts: AnswerPart[]; words: ReviewWords; onChange: (id?: string) => void }

/** Every answer once more, in words, before a long form is sent. */
export function Review({ parts, words, onChange }: ReviewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView()
  }, [])
  const change = (id: string) => (event: MouseEvent) => {
    event.preventDefault()
    onChange(id)
  }
  return (
    <div data-review="">
      <h2 className="text-2xl outline-none" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p className="mt-2 max-w-[65ch] text-muted">{words.lead}</p>
      {parts.map(({ title, rows }) => (
        <section className="mt-8 break-inside-avoid" key={rows[0]!.id}>
          {title !== rows[0]!.question && <h3 className="text-lg">{title}</h3>}
          <dl className="mt-2 border-line border-t">
            {rows.map(({ id, question, answer }) => (
              <div
                className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-b py-2.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
                key={id}
              >
                <dt className="text-muted sm:text-base">{question}</dt>
                <dd
                  className="col-start-1 whitespace-pre-line font-medium sm:col-start-2 sm:row-start-1"
                  dir="auto"
                >
                  {answer}
                </dd>
                <dd
                  className="col-start-2 row-span-2 row-start-1 sm:col-start-3 sm:row-span-1"
                  data-print="hide"
                >
                  <a
                    className="inline-flex min-h-11 items-center text-accent-text underline underline-offset-4 sm:min-h-6"
                    href={`#${id}`}
                    onClick={change(id)}
                  >
                    {words.change}
                    <span className="sr-only"> {question}</span>
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="mt-8 flex flex-wrap gap-3">
        <SubmitButton className="w-full sm:w-auto" pendingLabel={words.sending} size="large">
          {words.send}
        </SubmitButton>
        <Button className="w-full sm:w-auto" onClick={() => onChange()} size="large">
          {words.back}
        </Button>
      </div>
    </div>
  )
}
