'use client'

import { useEffect, useRef, useState } from 'react'
import { answerControl, isAsked, readAnswer } from '@/lib/questions/rules'
import type { AnswerValue } from '@/lib/questions/schema'
import { useField } from '../ui/form/form-context'
import { AnswerField, type AnswerWords, type AskedQuestion } from './answer-field'

type OwnQuestionsProps = {
  asked: AskedQuestion[]
  words: AnswerWords
  /** Whether this page brings its scripts, where a browser runs any. */
  isLive: boolean
}

/**
 * What the organizers ask, each when another answer or the presence says so. Without JavaScript everything is there
 * with words about when it matters, nothing of it is demanded by the browser, and the server decides.
 */
export function OwnQuestions({ asked, words, isLive }: OwnQuestionsProps) {
  const here = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    const follow = () => setShown(keysAsked(form, asked).join(' '))
    follow()
    form.addEventListener('input', follow)
    form.addEventListener('change', follow)
    return () => {
      form.removeEventListener('input', follow)
      form.removeEventListener('change', follow)
    }
  }, [asked])
  const keys = shown?.split(' ')
  return (
    <div className="space-y-6" ref={here}>
      {asked.map((question) => (
        <Asked
          isLive={isLive}
          isShown={keys?.includes(question.key)}
          key={question.key}
          question={question}
          words={words}
        />
      ))}
    </div>
  )
}

type AskedProps = {
  question: AskedQuestion
  words: AnswerWords
  isShown: boolean | undefined
  isLive: boolean
}

function Asked({ question, words, isShown, isLive }: AskedProps) {
  const { error } = useField(answerControl(question.key))
  const isAlways = question.condition === undefined
  // Where scripts run, what waits for an answer never appears only to go away; what is wrong is always there.
  const isSurprise = isLive && isShown === undefined && question.isLater && !error
  return (
    <fieldset
      className={`min-w-0 ${isSurprise ? '[@media(scripting:enabled)]:hidden' : ''}`}
      data-on-site={question.presence === 'on_site' ? '' : undefined}
      disabled={isShown === false}
      hidden={isShown === false}
    >
      <AnswerField
        isRequired={question.isRequired && (isAlways || isShown === true)}
        question={isShown && question.isLater ? { ...question, condition: undefined } : question}
        words={words}
      />
    </fieldset>
  )
}

function keysAsked(form: HTMLFormElement, asked: AskedQuestion[]): string[] {
  const [presence = 'on_site'] = valuesOf(form, 'presence')
  const person = { presence, hasCode: () => true }
  const said: Record<string, AnswerValue> = {}
  return asked.flatMap((question) => {
    if (!isAsked({ ...question, accessCode: null }, person, said)) return []
    const read = readAnswer(question, valuesOf(form, answerControl(question.key)))
    if (read.ok && read.value !== undefined) said[question.key] = read.value
    return [question.key]
  })
}

// FormData leaves out what is put aside, but an answer given before it was put aside counts again when it comes back.
function valuesOf(form: HTMLFormElement, name: string): string[] {
  return [...form.elements].flatMap((control) => {
    if (!('name' in control) || control.name !== name || !('value' in control)) return []
    const isChosen =
      !(control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) || control.checked
    return isChosen ? [String(control.value)] : []
  })
}
