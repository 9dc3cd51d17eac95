import { expect, test } from 'vitest'
import { renderLetter } from './render-letter'
import type { Letter } from './schema'

const letter = (body: string, name = 'Ada'): Letter => ({
  subject: 'News',
  greeting: 'Hello,',
  paragraphs: [],
  body,
  fill: { name },
  actions: [],
  closing: [],
})
const rendered = (body: string, name?: string) =>
  renderLetter(letter(body, name), { language: 'en', hrefOf: () => null })

test('a text in Markdown is told carefully without it', () => {
  const { text } = rendered(
    '# Get there\n\nThe **hall** is [here](https://hall.example.org/way), see https://hall.example.org.\n\n' +
      '1. Take the tram\n   to the river\n2. Walk\n   - slowly\n   - north\n\n> Bring *shoes*\n\n---\n\n| Day | Room |\n| - | - |\n| Mon | A |',
  )
  expect(text).toContain(
    [
      'Get there\n=========',
      'The hall is here <https://hall.example.org/way>, see\nhttps://hall.example.org.',
      '1. Take the tram to the river\n2. Walk\n   - slowly\n   - north',
      '> Bring shoes',
      '-'.repeat(72),
      'Day | Room\nMon | A',
    ].join('\n\n'),
  )
})

test('every element of it brings its looks along, for programs that know no style sheet', () => {
  const { html } = rendered('## Rooms\n\nSee [the plan](https://hall.example.org).\n\n- one')
  for (const tag of ['h3', 'h2', 'p', 'a', 'li', 'ul'])
    if (html.includes(`<${tag}`)) expect(html).toMatch(new RegExp(`<${tag}[^>]* style="`))
  expect(html).toContain('>the plan</a>')
  expect(html).toContain('href="https://hall.example.org"')
})

test('neither the text nor a name in it runs, loads or leads anywhere it should not', () => {
  const { html, text } = rendered(
    'Dear {name}, ![x](https://evil.example/p.png) <img src=x onerror=alert(1)> [y](javascript:alert(1)) `{name}`',
    '**Bo** [win](https://evil.example) <b>x</b>\n# www.evil.example',
  )
  expect(html).not.toMatch(/<img|javascript:|<b>|href=|<strong|p\.png|onerror=(?!alert\(1\)&gt;)/)
  expect(html).toContain('**Bo** [win](https:\u2060//evil.\u2060example) &lt;b&gt;x&lt;/b&gt; # www')
  expect(text).toContain('Dear **Bo** [win](https:\u2060//evil.\u2060example)')
  expect(text).not.toContain('javascript:')
  expect(text).not.toContain('\n# ')
})
