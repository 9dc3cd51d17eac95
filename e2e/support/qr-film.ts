import { writeFile } from 'node:fs/promises'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { qrPng } from '@/lib/qr'
import { findChromium } from './find-chromium'

/** What a camera sees, as a film of JPEG pictures: each text as a code held in front of it for a second, null as nothing. */
export async function makeQrFilm(file: string, texts: (string | null)[]): Promise<void> {
  const seconds = await Promise.all(texts.map(async (text) => Array(framesASecond).fill(await frame(text))))
  await writeFile(file, Buffer.concat(seconds.flat()))
}

/** A browser whose camera shows a film, over and over. */
export const openWithFilm = (file: string): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
  })

const framesASecond = 30

async function frame(text: string | null): Promise<Buffer> {
  const wall = sharp({ create: { width: 640, height: 480, channels: 3, background: '#cccccc' } })
  const badge = text === null ? [] : [{ input: await qrPng(text), gravity: 'center' }]
  return await wall.composite(badge).jpeg({ quality: 90 }).toBuffer()
}
