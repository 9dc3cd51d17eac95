import sharp from 'sharp'
import { expect, test } from 'vitest'
import { qrPng, qrSvg } from './qr'

const code = 'K7QF-9MTD-WX2C'

test('a picture is square, large enough for a phone, and leaves four modules of quiet around the code', async () => {
  const { data, info } = await sharp(await qrPng(code))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.width).toBe(info.height)
  expect(info.width).toBeGreaterThanOrEqual(360)
  const moduleSize = info.width / 29
  const isDark = (x: number, y: number) =>
    data[
      (Math.floor((y + 0.5) * moduleSize) * info.width + Math.floor((x + 0.5) * moduleSize)) * info.channels
    ]! < 128
  const row = (y: number) => Array.from({ length: 29 }, (_, x) => (isDark(x, y) ? '#' : '.')).join('')
  expect([0, 1, 2, 3].map(row)).toEqual(Array(4).fill('.'.repeat(29)))
  expect(row(4)).toMatch(/^\.{4}#{7}\..{5}\.#{7}\.{4}$/)
  expect(row(5)).toMatch(/^\.{4}#\.{5}#/)
})

test('the drawing on a page has no colour of its own and shows the same modules', async () => {
  const svg = qrSvg(code)
  expect(svg).toContain('currentColor')
  const drawn = Buffer.from(
    svg.replace('currentColor', 'black').replace('<svg', '<svg width="29" height="29"'),
  )
  expect((await grey(drawn)).equals(await grey(await qrPng(code, 29)))).toBe(true)
})

test('another code is another picture', async () => {
  expect(qrSvg('K7QF-9MTD-WX2D')).not.toBe(qrSvg(code))
})

const grey = (image: Buffer) =>
  sharp(image).flatten({ background: 'white' }).extractChannel(0).raw().toBuffer()
