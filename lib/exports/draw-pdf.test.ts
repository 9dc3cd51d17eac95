import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { labelPresets } from '../labels'
import { drawPdf } from './draw-pdf'

const table = {
  ...{ kind: 'table' as const, title: 'Check-in', event: 'Spring Hackathon', note: '', page: 'Page' },
  headings: ['Name'],
}

test('names in Latin, Greek, Cyrillic, Arabic and Hebrew letters are drawn, on as many pages as they need', async () => {
  const names = ['Zoë Łukasz', 'Παπαδόπουλος', 'Иван', 'محمد علي', 'שלום', 'Nguyễn Văn', 'O’Brien “x” – 1½']
  const rows = Array.from({ length: 100 }, (_, at) => [names[at % names.length]!])
  const drawn = await drawPdf({ ...table, rows })
  if (!drawn.ok) throw new Error(drawn.refusal)
  expect(drawn.value.subarray(0, 5).toString()).toBe('%PDF-')
  expect(drawn.value.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3)
}, 60_000)

test.each([['李小龍'], ['Ada 🙂'], ['สมชาย'], ['Ada \u{1F1E9}']])(
  '%s would become wrong letters, so nothing is drawn',
  async (name) => {
    expect(await drawPdf({ ...table, rows: [['Ada'], [name]] })).toEqual({ ok: false, refusal: 'letters' })
  },
  60_000,
)

test('what somebody wrote in several lines is drawn, and its lines take their room', async () => {
  const pagesOf = async (cell: string) => {
    const drawn = await drawPdf({ ...table, rows: Array.from({ length: 20 }, () => [cell]) })
    if (!drawn.ok) throw new Error(drawn.refusal)
    return drawn.value.toString('latin1').match(/\/Type \/Page\b/g)?.length
  }
  expect([await pagesOf('nuts, eggs'), await pagesOf('nuts\neggs\r\n\tmilk\nmustard\nsoy')]).toEqual([1, 2])
}, 60_000)

test('however many ask at once, one is drawn after the other', async () => {
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length)
  }, 5)
  const asked = ['Ada', '李小龍', 'Bo'].map((name) => drawPdf({ ...table, rows: [[name]] }))
  const drawn = await Promise.all(asked).finally(() => clearInterval(look))
  expect(drawn.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(most).toBe(1)
}, 60_000)

test('a badge has its code to scan and the mark; a blank one has neither', async () => {
  const preset = labelPresets['avery-l4785']
  const around = { kind: 'badges' as const, title: 'Badges', event: 'Spring', noCamera: 'No camera', preset }
  const shapesOf = async (badge: { name: string; code: string; isNoCamera: boolean }) => {
    const badges = [{ organization: '', ...badge }]
    const drawn = await drawPdf({ ...around, shift: [0, 0], badges })
    if (!drawn.ok) throw new Error(drawn.refusal)
    return contentOf(drawn.value)
  }
  const blank = await shapesOf({ name: '', code: '', isNoCamera: false })
  const full = await shapesOf({ name: 'Ada', code: 'AAAA-BBBB-CCCC', isNoCamera: true })
  expect(full.match(/ h\b|\bh\n/g)?.length ?? 0).toBeGreaterThan(200)
  expect(blank.match(/ h\b|\bh\n/g)?.length ?? 0).toBeLessThan(10)
}, 60_000)

/** What the pages' streams say, unpacked. */
function contentOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, packed]) => {
      try {
        return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .filter((stream) => / re\b|\bBT\b| cm\b/.test(stream))
    .join('\n')
}
