import { Document, Page, Path, StyleSheet, Svg, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { encode } from 'uqr'
import {
  badgeParts,
  fitName,
  type LabelPreset,
  labelPlace,
  labelsOnPage,
  lineHeightOf,
  pointsPerMillimetre,
  roughWidth,
} from '../labels'
import type { PdfBadges, PdfTable } from './draw-pdf'
import { boldWidth, familiesOf, plainFamily } from './pdf-fonts'

/** A list on paper: its name, the event, when it was made, and its rows under headings that every page repeats. */
export function TableDocument({ title, event, note, page, headings, rows }: PdfTable) {
  const isWide = headings.length > 6
  const widths = widthsOf(headings, rows)
  const chunks = cutIntoPages(rows, widths, isWide)
  return (
    <Document title={title}>
      {/* Pages are cut here: letting all rows flow over all pages takes minutes. */}
      {chunks.map((chunk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
        <Page key={at} orientation={isWide ? 'landscape' : 'portrait'} size="A4" style={styles.page}>
          <View fixed style={styles.head}>
            <Words style={styles.title}>{title}</Words>
            <Words style={styles.event}>{event}</Words>
          </View>
          {at === 0 && note !== '' && <Words style={styles.note}>{note}</Words>}
          <Row cells={headings} isHead widths={widths} />
          {chunk.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <Row cells={cells} key={row} widths={widths} />
          ))}
          <Text
            fixed
            render={({ pageNumber, totalPages }) => `${page} ${pageNumber} / ${totalPages}`}
            style={styles.foot}
          />
        </Page>
      ))}
    </Document>
  )
}

/** Badges where the labels of a sheet lie, with the code to scan and the mark of those who want no pictures. */
export function BadgesDocument({ title, event, noCamera, preset, shift, badges }: PdfBadges) {
  const perPage = labelsOnPage(preset)
  const pages = Array.from({ length: Math.max(1, Math.ceil(badges.length / perPage)) }, (_, at) =>
    badges.slice(at * perPage, (at + 1) * perPage),
  )
  const [width, height] = preset.page.map((length) => length * pointsPerMillimetre) as [number, number]
  return (
    <Document title={title}>
      {pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
        <Page key={at} size={[width, height]}>
          {page.map((badge, place) => (
            <View
              // biome-ignore lint/suspicious/noArrayIndexKey: blank badges have no other name
              key={place}
              style={boxStyle(preset, labelPlace(preset, place, shift))}
            >
              <Badge badge={badge} event={event} noCamera={noCamera} preset={preset} />
            </View>
          ))}
        </Page>
      ))}
    </Document>
  )
}

function Badge({
  badge: { name, organization, code, isNoCamera },
  event,
  noCamera,
  preset: { label },
}: Pick<PdfBadges, 'event' | 'noCamera' | 'preset'> & { badge: PdfBadges['badges'][number] }) {
  const { square, name: box, hasOrganization, sizes } = badgeParts(label, organization)
  const size = fitName(name, box, boldWidth, sizes)
  return (
    <>
      <Words style={styles.badgeEvent}>{event}</Words>
      <View style={styles.badgeName}>
        <Words style={{ fontSize: size, fontWeight: 700, lineHeight: lineHeightOf(name) }}>{name}</Words>
        {hasOrganization && (
          <Words style={{ fontSize: Math.min(12, size * 0.6), marginTop: 4 }}>{organization}</Words>
        )}
      </View>
      <View style={styles.badgeFoot}>
        {isNoCamera ? <Words style={styles.noCamera}>{noCamera}</Words> : <View />}
        {code !== '' && <Qr code={code} size={square * pointsPerMillimetre} />}
      </View>
    </>
  )
}

function Qr({ code, size }: { code: string; size: number }) {
  const { size: modules, data } = encode(code, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <Svg height={size} viewBox={`0 0 ${modules} ${modules}`} width={size}>
      <Path d={path} fill="black" />
    </Svg>
  )
}

function Row({ cells, widths, isHead = false }: { cells: string[]; widths: number[]; isHead?: boolean }) {
  return (
    <View style={isHead ? styles.headRow : styles.row} wrap={false}>
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
        <View key={at} style={{ width: `${widths[at]}%`, paddingRight: 4 }}>
          <Words style={isHead ? styles.headCell : styles.cell}>{cell}</Words>
        </View>
      ))}
    </View>
  )
}

function Words({ children, style }: { children: string; style: Look }): ReactNode {
  const isFromRight = /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(children)
  const side = isFromRight ? ({ direction: 'rtl', textAlign: 'left' } as const) : {}
  return <Text style={{ ...style, ...side, fontFamily: familiesOf(children) }}>{children}</Text>
}

type Look = Parameters<typeof StyleSheet.create>[0][string]

// In points, and rather too tall than too small: a page that is cut too late leaves one row alone on the next.
function cutIntoPages(rows: string[][], widths: number[], isWide: boolean): string[][][] {
  const [width, height] = isWide ? [774, 470] : [527, 690]
  const tallOf = (cells: string[]) =>
    Math.max(
      ...cells.map((cell, at) => {
        const linesOf = (line: string) =>
          Math.max(1, Math.ceil((roughWidth(line) * 8.5) / ((width * widths[at]!) / 100 - 4)))
        const lines = cell.split('\n').reduce((sum, line) => sum + linesOf(line), 0)
        return lines * 9.5 * lineHeightOf(cell) + 7
      }),
    )
  const pages: string[][][] = [[]]
  let used = 0
  for (const cells of rows) {
    const tall = tallOf(cells)
    if (used + tall > height && pages.at(-1)!.length > 0) {
      pages.push([])
      used = 0
    }
    pages.at(-1)!.push(cells)
    used += tall
  }
  return pages
}

// Each column as wide as what it usually holds; the widest entries break into lines.
function widthsOf(headings: string[], rows: string[][]): number[] {
  const wanted = headings.map((heading, at) => {
    const lengths = rows.map((row) => row[at]!.length).toSorted((one, other) => one - other)
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
    return Math.min(36, Math.max(heading.length, usual, 5))
  })
  const all = wanted.reduce((sum, one) => sum + one, 0)
  return wanted.map((one) => (one / all) * 100)
}

const boxStyle = ({ label }: LabelPreset, [left, top]: readonly [number, number]) => ({
  position: 'absolute' as const,
  left: left * pointsPerMillimetre,
  top: top * pointsPerMillimetre,
  width: label[0] * pointsPerMillimetre,
  height: label[1] * pointsPerMillimetre,
  padding: 3 * pointsPerMillimetre,
})

const styles = StyleSheet.create({
  page: { fontFamily: plainFamily, fontSize: 8.5, padding: '14mm 12mm 16mm' },
  head: { flexDirection: 'row', justifyContent: 'space-between', marginBottom: 8 },
  title: { fontSize: 14, fontWeight: 700 },
  event: { fontSize: 9 },
  note: { fontSize: 9, marginBottom: 8 },
  headRow: { flexDirection: 'row', borderBottom: '1pt solid black', paddingBottom: 2 },
  row: { flexDirection: 'row', borderBottom: '0.4pt solid grey', paddingVertical: 3 },
  headCell: { fontWeight: 700 },
  cell: {},
  foot: { position: 'absolute', bottom: '8mm', right: '12mm', fontSize: 8 },
  badgeEvent: { fontSize: 7 },
  badgeName: { flexGrow: 1, justifyContent: 'center' },
  badgeFoot: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
  noCamera: { fontSize: 9, fontWeight: 700, border: '1.2pt solid black', padding: 3 },
})
