'use client'

import '@fontsource-variable/bricolage-grotesque/index.css'
import './globals.css'
import { AnswerPage } from '@/components/ui/answer-page'
import { buttonClass } from '@/components/ui/button-class'

/** Even the layout failed, so nobody knows the reader's language: both are spoken. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Lanyard</title>
        <AnswerPage
          strip="Lanyard"
          text="It is our fault, not yours. Please try again in a minute."
          title="Something broke"
        >
          <p className="text-muted" lang="de">
            Da ist etwas kaputtgegangen. Es liegt an uns, nicht an dir. Bitte versuche es in einer Minute noch
            einmal.
          </p>
          <button className={buttonClass({ variant: 'primary' })} onClick={retry} type="button">
            Try again · <span lang="de">Noch einmal</span>
          </button>
        </AnswerPage>
      </body>
    </html>
  )
}
