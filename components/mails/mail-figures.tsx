import { useTranslations } from 'next-intl'
import { FigureSentence } from '@/components/ui/figure-sentence'
import { type MailCounts, mailStates } from '@/lib/mail/schema'

/** How many wait, left and failed; each figure shows its own mails. */
export function MailFigures({ here, counts }: { here: string; counts: MailCounts }) {
  const t = useTranslations('mail.page')
  return (
    <div className="mb-8 grid gap-4 sm:grid-cols-3">
      {mailStates.map((state) => (
        <FigureSentence
          figure={counts[state]}
          href={`${here}?state=${state}`}
          key={state}
          sentence={t(state, { count: counts[state] })}
        />
      ))}
    </div>
  )
}
