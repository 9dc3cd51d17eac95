import 'server-only'
import sharp from 'sharp'
import { encode } from 'uqr'

/** A QR code as SVG of dark modules on nothing; it takes its colour from `color` around it. */
export function qrSvg(text: string): string {
  const { size, path } = modules(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true"><path fill="currentColor" d="${path}"/></svg>`
}

/** A QR code as PNG, black on white with a quiet zone, at least `minimumPixels` wide. */
export async function qrPng(text: string, minimumPixels = 360): Promise<Buffer> {
  const { size, path } = modules(text)
  const pixels = Math.ceil(minimumPixels / size) * size
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="white" d="M0 0h${size}v${size}H0z"/><path fill="black" d="${path}"/></svg>`
  return sharp(Buffer.from(svg)).grayscale().png({ compressionLevel: 9 }).toBuffer()
}

function modules(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: path.join('') }
}
