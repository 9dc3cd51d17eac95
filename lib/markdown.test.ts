import { expect, it } from 'vitest'
import { renderMarkdown } from './markdown'

it('renders what people write: emphasis, lists, tables, code', () => {
  expect(renderMarkdown('**bold**\n\n- one\n- two')).toBe(
    '<p><strong>bold</strong></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
  )
  expect(renderMarkdown('| a |\n| -: |\n| 1 |')).toContain('<td align="right">1</td>')
  expect(renderMarkdown('```\n<b>\n```')).toBe('<pre><code>&lt;b&gt;\n</code></pre>')
})

it('leaves the only h1 to the page', () => {
  expect(renderMarkdown('# Welcome')).toBe('<h2>Welcome</h2>')
})

it('keeps links that lead somewhere harmless and takes the target from the others', () => {
  expect(renderMarkdown('[site](https://example.org/?a=1,2&b=%22)')).toBe(
    '<p><a href="https://example.org/?a=1,2&amp;b=%22" rel="noopener">site</a></p>',
  )
  expect(renderMarkdown('<mailto:team@example.org>')).toContain('href="mailto:team@example.org"')
  expect(renderMarkdown('[x](/events/a) [y](#b)')).toContain(
    '<a href="/events/a" rel="noopener">x</a> <a href="#b"',
  )
  for (const target of [
    '//example.org/a',
    '///example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'JaVaScRiPt:x',
    'vbscript:x',
  ])
    expect(renderMarkdown(`[x](${target})`)).toBe('<p><a>x</a></p>')
})

it('leads from a footnote to its text and back', () => {
  const html = renderMarkdown('Bring a cable[^1], or two[^1].\n\n[^1]: Of your own.')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const leads = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(leads).toEqual(['text-fn-1', 'text-fn-1', 'text-fnref-1', 'text-fnref-1-2'])
  for (const id of leads) expect(ids.filter((one) => one === id)).toEqual([id])
  const [, describer] = / aria-describedby="([^"]+)"/.exec(html)!
  expect(ids).toContain(describer)
})

it('brings no raw HTML, image or handler to life', () => {
  const html = renderMarkdown(
    '<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n![i](https://example.org/i.png)',
  )
  expect(html.trim()).toBe('<p></p>')
  expect(renderMarkdown('a <b onclick="x">"quoted" & <i>')).toBe('<p>a &quot;quoted&quot; &amp; </p>')
})
