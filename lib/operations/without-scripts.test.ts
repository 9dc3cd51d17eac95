import { expect, it } from 'vitest'
import { withoutScripts } from './without-scripts'

it('takes out every script and what loads one earlier, and nothing else', () => {
  const page = `<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/>
<script src="/a.js" async=""></script></head><body><form><p>2 &lt;script&gt; for 3</p></form><SCRIPT>self.x=["a"]
.push("b")</SCRIPT></body></html>`
  expect(withoutScripts(page)).toBe(
    `<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/>
</head><body><form><p>2 &lt;script&gt; for 3</p></form></body></html>`,
  )
})
