import type { ReactNode } from 'react'
import { Anchor } from './anchor'
import { ArrowIcon } from './icons'

type FigureSentenceProps = { figure: ReactNode; sentence: ReactNode; note?: ReactNode; href?: string }

/** A number that reads as a sentence: "23 of 30" / "rooms held for the night of 15 April". */
export function FigureSentence({ figure, sentence, note, href }: FigureSentenceProps) {
  const words = (
    <>
      <span className="block font-bold text-2xl tabular-nums tracking-tight">{figure}</span>
      <span className="block break-words">{sentence}</span>
      {note && <span className="mt-1 block text-muted text-sm">{note}</span>}
    </>
  )
  if (!href) return <p className={box}>{words}</p>
  return (
    <Anchor className={`group relative hover:border-line-strong focus-visible:rounded ${box}`} href={href}>
      {words}
      <ArrowIcon
        className="absolute top-5 right-4 text-muted max-sm:hidden group-hover:text-accent-text"
        size={18}
      />
    </Anchor>
  )
}

const box = 'block rounded border border-line bg-surface p-4 text-ink sm:pr-11 no-underline'
