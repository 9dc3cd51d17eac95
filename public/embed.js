// Shows the card of an event on any page: docs/embedding.md. Its facts come from the server this file comes from.
;(() => {
  const me = document.currentScript
  const style = new CSSStyleSheet()
  style.replaceSync(`
    :host { display: block; max-width: 26rem; font: inherit }
    article { overflow: hidden; border: 1px solid GrayText; border-radius: 12px; background: Canvas; color: CanvasText }
    article::before { content: ''; display: block; height: 16px; background: light-dark(var(--light), var(--dark)) }
    div { padding: 16px 20px 20px }
    h3, p { margin: 0 0 8px; overflow-wrap: anywhere }
    h3 { font-size: 1.25em }
    a { color: inherit }
    p.way { margin: 16px 0 0 }
    p.way a { display: inline-block; padding: 10px 18px; border: 2px solid; border-radius: 12px; font-weight: 600; text-decoration: none }
    a:focus-visible { outline: 3px solid; outline-offset: 3px }
  `)

  function add(parent, tag, text, href) {
    const element = parent.appendChild(document.createElement(tag))
    if (text) element.textContent = text
    if (href) element.href = new URL(href, me.src).href
    return element
  }

  function show(host, facts) {
    const shadow = host.shadowRoot || host.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [style]
    const article = document.createElement('article')
    article.lang = facts.language
    article.style.setProperty('--light', facts.colours[0])
    article.style.setProperty('--dark', facts.colours[1])
    const inside = add(article, 'div')
    add(add(inside, 'h3'), 'a', facts.title, facts.path)
    for (const line of facts.lines) add(inside, 'p', line)
    if (facts.register) {
      const way = add(inside, 'p')
      way.className = 'way'
      add(way, 'a', facts.register.label, facts.register.path)
    }
    shadow.replaceChildren(article)
  }

  // A page of someone else must not break for us: without an answer, what stands there already stays.
  async function fill(host, slug) {
    const address = new URL(`/events/${encodeURIComponent(slug)}/card.json`, me.src)
    const language = host.closest('[lang]')?.lang
    if (language) address.searchParams.set('lang', language)
    const answer = await fetch(address, { credentials: 'omit' }).catch(() => null)
    if (answer?.ok) show(host, await answer.json())
  }

  function start() {
    for (const host of document.querySelectorAll('[data-lanyard-event]'))
      fill(host, host.dataset.lanyardEvent)
    if (me.dataset.event) {
      const host = document.createElement('div')
      me.after(host)
      fill(host, me.dataset.event)
    }
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start)
  else start()
})()
