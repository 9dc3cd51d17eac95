import { encode } from 'uqr'

/** A code to scan, as large as paper needs it. */
export function QrCode({ text, millimetres }: { text: string; millimetres: number }) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      aria-hidden="true"
      shapeRendering="crispEdges"
      style={{ width: `${millimetres}mm`, height: `${millimetres}mm` }}
      viewBox={`0 0 ${size} ${size}`}
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
