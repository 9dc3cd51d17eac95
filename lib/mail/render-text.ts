import type { ResolvedLetter } from './render-letter'
import type { LetterCard } from './schema'

const width = 72

/** The letter as plain text, wrapped for reading; addresses stay on one line of their own. */
export function renderText(letter: ResolvedLetter): string {
  const blocks = [
    wrap(letter.greeting),
    ...letter.paragraphs.map((paragraph) => wrap(paragraph)),
    ...(letter.body ? [letter.body.text] : []),
    ...(letter.card ? [cardText(letter.card)] : []),
    ...letter.actions.map(({ label, href }) => (href ? `${label}:\n${href}` : label)),
    ...letter.closing.map((paragraph) => wrap(paragraph)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function cardText(card: LetterCard): string {
  const facts = [
    ...card.facts,
    ...(card.code && card.codeLabel ? [[card.codeLabel, card.code] as const] : []),
  ]
  const indent = Math.min(Math.max(...facts.map(([label]) => label.length), 0), 16) + 2
  const rule = '-'.repeat(width)
  return [
    rule,
    wrap(card.eventTitle),
    '',
    wrap(card.name),
    ...(card.organization ? [wrap(card.organization)] : []),
    ...(card.noCamera && card.noCameraLabel ? [`[ ${card.noCameraLabel} ]`] : []),
    '',
    ...facts.map(([label, value]) => factText(label, value, indent)),
    rule,
  ].join('\n')
}

function factText(label: string, value: string, indent: number): string {
  const lines = wrap(value, width - indent).split('\n')
  return lines.map((line, at) => (at === 0 ? label.padEnd(indent) : ' '.repeat(indent)) + line).join('\n')
}

export function wrap(text: string, columns = width): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')
}

function wrapLine(line: string, columns: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current && current.length + 1 + word.length > columns) {
      lines.push(current)
      current = word
    } else {
      current = current ? `${current} ${word}` : word
    }
  }
  return [...lines, current].join('\n')
}
