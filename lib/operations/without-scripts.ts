import type { IncomingMessage, ServerResponse } from 'node:http'
import { askForPlainBytes, hear, isPage, sendWhole } from './hear'

/**
 * Takes every script out of the page that is about to be written to `response`. React escapes all text, so a tag in
 * its output is one it wrote itself; what such a page can do, its forms do without scripts.
 */
export function sendWithoutScripts(request: IncomingMessage, response: ServerResponse): void {
  const mayCompress = askForPlainBytes(request)
  const isMeant = () => {
    // A redirect names scripts to load early, too.
    if (/\bas="?script/.test(String(response.getHeader('link')))) response.removeHeader('link')
    return isPage(response)
  }
  hear(response, isMeant, (page) => {
    void sendWhole(response, Buffer.from(withoutScripts(page.toString('utf8'))), mayCompress)
  })
}

/** The same page without `<script>` and without what only loads one earlier. */
export const withoutScripts = (html: string): string =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<link\b[^>]*\bas="script"[^>]*>/gi, '')
