'use client'

import { answerControl } from '@/lib/questions/rules'
import { answerLimits, type QuestionView } from '@/lib/questions/schema'
import { ChoiceField } from '../ui/form/choice-field'
import { SelectField } from '../ui/form/select-field'
import { TextField } from '../ui/form/text-field'

/** A question as its reader sees it: no code that opens it, its label in one language. */
export type AskedQuestion = Pick<
  QuestionView,
  'key' | 'type' | 'options' | 'isRequired' | 'showWhen' | 'presence'
> & {
  label: string
  /** The label's own language, where it is not the reader's. */
  lang?: string
  /** In words, when it is asked; undefined for what everybody is asked. */
  condition?: string
  /** Whether something has to be chosen first. */
  isLater: boolean
}

export type AnswerWords = Record<
  'optional' | 'yes' | 'no' | 'noAnswer' | 'choose' | 'chooseSome' | 'number',
  string
>

type AnswerFieldProps = { question: AskedQuestion; words: AnswerWords; isRequired: boolean }

const mostRadios = 6

/** The control that suits the type of a question. */
export function AnswerField({ question, words, isRequired }: AnswerFieldProps) {
  const { type, options, label, lang, condition } = question
  const optional = question.isRequired ? undefined : words.optional
  const shared = {
    name: answerControl(question.key),
    optional,
    required: isRequired,
    hint: [condition, hintFor(question, words)].filter(Boolean).join(' ') || undefined,
  }
  const said = lang ? <span lang={lang}>{label}</span> : label
  if (type === 'choice' && options.length > mostRadios)
    return <SelectField {...shared} emptyLabel={words.choose} label={said} options={options.map(optionOf)} />
  if (type === 'choice' || type === 'multi_choice' || type === 'yes_no') {
    const isMultiple = type === 'multi_choice'
    const choices =
      type === 'yes_no'
        ? [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]
        : options.map(optionOf)
    // A radio button cannot be taken back, so a voluntary question offers a way out.
    const wayOut = optional && !isMultiple ? [{ value: '', label: words.noAnswer }] : []
    return (
      <ChoiceField
        {...shared}
        columns={type === 'yes_no' ? (optional ? 3 : 2) : 1}
        legend={said}
        multiple={isMultiple}
        options={[...choices, ...wayOut]}
      />
    )
  }
  if (type === 'long_text')
    return <TextField {...shared} label={said} lines={4} maxLength={answerLimits.long_text} />
  if (type === 'date') return <TextField {...shared} label={said} type="date" />
  // A number field of the browser swallows what it cannot read; this one lets the server say what is wrong.
  if (type === 'number') return <TextField {...shared} inputMode="decimal" label={said} />
  return <TextField {...shared} label={said} maxLength={answerLimits.text} />
}

function hintFor({ type, isRequired }: AskedQuestion, words: AnswerWords): string | undefined {
  if (type === 'number') return words.number
  return type === 'multi_choice' && isRequired ? words.chooseSome : undefined
}

const optionOf = (option: string) => ({ value: option, label: option })
