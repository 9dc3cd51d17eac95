const lookEvery = 5 * 60_000

/**
 * The service worker that opens this page without network. `newer` is called when there is a newer page or worker; the
 * open page goes on as it is until somebody presses the button, and then `loadNewer` brings it.
 */
export function linkWorker(newer: () => void) {
  if (!('serviceWorker' in navigator)) return { loadNewer: () => location.reload(), unlink: () => {} }
  const ended = new AbortController()
  const { signal } = ended
  let waiting: ServiceWorker | null = null

  const offer = (worker: ServiceWorker | null) => {
    // The first worker of all replaces nobody.
    if (!worker || !navigator.serviceWorker.controller) return
    waiting = worker
    newer()
  }
  const look = () => {
    if (document.visibilityState !== 'visible') return
    const made = filesOfThisPage()
    tell({ keep: made })
    tell({ look: { path: location.pathname, made } })
  }
  void begin()
  const timer = window.setInterval(look, lookEvery)
  document.addEventListener('visibilitychange', look, { signal })
  navigator.serviceWorker.addEventListener('message', ({ data }) => data?.newer && newer(), { signal })

  return { loadNewer, unlink }

  async function begin() {
    const registration = await navigator.serviceWorker
      .register('/check-in/worker.js', { scope: '/check-in/', updateViaCache: 'none' })
      .catch(() => null)
    if (!registration || signal.aborted) return
    offer(registration.waiting)
    registration.addEventListener(
      'updatefound',
      () => {
        const coming = registration.installing
        coming?.addEventListener('statechange', () => coming.state === 'installed' && offer(coming), {
          signal,
        })
      },
      { signal },
    )
    await navigator.serviceWorker.ready
    // Whatever was loaded before there was a worker, this page among it.
    if (!navigator.serviceWorker.controller)
      navigator.serviceWorker.addEventListener('controllerchange', look, { once: true, signal })
    look()
  }

  function loadNewer() {
    if (!waiting) return location.reload()
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ takeOver: true })
  }

  function unlink() {
    ended.abort()
    clearInterval(timer)
  }
}

const tell = (message: object) => navigator.serviceWorker.controller?.postMessage(message)

/** Everything of the build that this page names, and what came later. */
function filesOfThisPage(): string[] {
  const named =
    document.documentElement.innerHTML.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? []
  const loaded = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.startsWith(location.origin))
    .map(({ name }) => new URL(name).pathname)
  return [...new Set([...named, ...loaded])].filter((path) => path.startsWith('/_next/static/'))
}
