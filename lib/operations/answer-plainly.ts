import type { IncomingMessage, ServerResponse } from 'node:http'
import { escapeHtml } from '@/lib/escape-html'
import { translator } from '@/lib/messages'
import { readersLanguage } from '@/lib/readers-language'

/** `foreign`: from no page of ours; `tooMuch`: over the limit; `garbled`: no form of ours; `broken`: our fault; `away`: no database. */
export type PlainWord = 'foreign' | 'tooMuch' | 'garbled' | 'broken' | 'away'
export type Typed = [name: string, value: string][]

/**
 * What is said where no page can be made: a small page of its own for a browser, else one sentence, in the reader's
 * language. What was `typed` stays on the page, and one press sends it again.
 */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  word: PlainWord,
  typed: Typed = [],
): void {
  const language = readersLanguage(request.headers)
  const t = translator(language, 'errors.plain')
  const sentence = t(`${word}.text`)
  const isForPage = wantsPage(request)
  const again = typed.length > 0 ? formOf(typed, t('kept'), t('sendAgain')) : linkOf(request, t('again'))
  const words = { title: t(`${word}.title`), sentence, again: word === 'away' ? again : '' }
  const body = Buffer.from(isForPage ? pageOf(language, words) : `${sentence}\n`)
  for (const name of ['content-encoding', 'link', 'set-cookie']) response.removeHeader(name)
  if (status === 503) response.setHeader('retry-after', '10')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-type', `text/${isForPage ? 'html' : 'plain'}; charset=utf-8`)
  response.setHeader('content-length', body.length)
  response.writeHead(status)
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** What our own scripts fetch is read by them, not by people. */
const wantsPage = ({ headers }: IncomingMessage): boolean =>
  /\btext\/html\b/.test(headers.accept ?? '') && !headers.rsc && !headers['next-action']

function pageOf(language: string, { title, sentence, again }: Record<string, string>): string {
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title!)} · Lanyard</title><style>${style}</style></head>
<body><main><p>Lanyard</p><h1>${escapeHtml(title!)}</h1><p>${escapeHtml(sentence!)}</p>${again}</main></body></html>
`
}

// Our style sheets have names that only the framework knows; these are the reader's own colours.
const style =
  ':root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{margin:0}main{max-width:36rem;margin:12vh auto;padding:0 1.25rem}' +
  'h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0}button{font:inherit;font-weight:600;min-height:3rem;padding:0 1.25rem}'

const linkOf = ({ url = '/' }: IncomingMessage, words: string) =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></p>`

const formOf = (typed: Typed, kept: string, words: string) => {
  const controls = typed.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  return `<p>${escapeHtml(kept)}</p><form method="post" enctype="multipart/form-data">${controls.join('')}<button>${escapeHtml(words)}</button></form>`
}
