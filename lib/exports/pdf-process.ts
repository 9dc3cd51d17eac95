import { text } from 'node:stream/consumers'
import { renderToBuffer } from '@react-pdf/renderer'
import type { Drawing } from './draw-pdf'
import { canDraw, inLines, loadFonts } from './pdf-fonts'
import { BadgesDocument, TableDocument } from './pdf-pages'

// A process of its own: drawing takes seconds of work and hundreds of megabytes, and what draws needs a React that the
// server's own conditions leave out. Reads what to draw, writes the PDF; says 3 where a letter cannot be drawn.
const drawing = JSON.parse(await text(process.stdin), (_, value) =>
  typeof value === 'string' ? inLines(value) : value,
) as Drawing
await loadFonts()
if (textsOf(drawing).every(canDraw)) {
  const document = drawing.kind === 'table' ? TableDocument(drawing) : BadgesDocument(drawing)
  process.stdout.write(await renderToBuffer(document))
} else {
  process.exitCode = 3
}

function textsOf(drawing: Drawing): string[] {
  const around = [drawing.title, drawing.event]
  return drawing.kind === 'table'
    ? [...around, drawing.note, ...drawing.headings, ...drawing.rows.flat()]
    : [...around, ...drawing.badges.flatMap(({ name, organization }) => [name, organization])]
}
