import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '../ui/notice'
import { TextLink } from '../ui/text-link'
import { PrintButton } from './print-button'

type PaperHeadProps = {
  back: string
  title: string
  /** The event and when it is, on every page. */
  event: string
  note?: ReactNode
  /** Why this is a page for paper and not the PDF that was asked for. */
  instead?: string
  children?: ReactNode
}

/** Above a list on paper: what it is, and what only the screen shows. */
export function PaperHead({ back, title, event, note, instead, children }: PaperHeadProps) {
  const t = useTranslations('organizer.exports.paper')
  return (
    <header className="mb-6 print:mb-3">
      <div className="mb-6 flex flex-col items-start gap-5" data-print="hide">
        <TextLink href={back}>{t('back')}</TextLink>
        {instead && <Notice tone="info">{instead}</Notice>}
        {children}
        <PrintButton label={t('print')} />
      </div>
      <h1 className="text-2xl print:text-lg">{title}</h1>
      <p className="text-muted">{event}</p>
      {note && <p className="text-muted">{note}</p>}
    </header>
  )
}
