import { expect, type Page } from '@playwright/test'

/** The door of an event with JavaScript, once it holds the list and would open without network. */
export async function openDoor(page: Page, slug: string): Promise<void> {
  await page.goto(`/check-in/${slug}`)
  await expect(page.locator('[data-door=open]')).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(async () => (await caches.match(location.origin + location.pathname)) !== undefined),
    )
    .toBe(true)
}

/** Types two letters or more and taps on whom they find. */
export async function tapOn(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name: new RegExp(name) }).click()
}

export const network = (page: Page, word: string | RegExp) =>
  expect(page.getByRole('banner').getByText(word)).toBeVisible()

/** Everything the door keeps in this browser, as it lies there: letters and digits of every record, and how many there are. */
export const doorRecords = (page: Page): Promise<{ count: number; text: string }> =>
  page.evaluate(async () => {
    const shelves = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('lanyard-door')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    let count = 0
    let text = ''
    for (const name of shelves.objectStoreNames) {
      const all = await new Promise<unknown[]>((resolve) => {
        const asked = shelves.transaction(name).objectStore(name).getAll()
        asked.onsuccess = () => resolve(asked.result)
      })
      count += all.length
      for (const one of all) text += say(one)
    }
    shelves.close()
    return { count, text }

    function say(value: unknown): string {
      if (value instanceof CryptoKey) return `key, extractable: ${value.extractable}`
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
      if (value && typeof value === 'object')
        return Object.entries(value)
          .map(([key, one]) => `${key} ${say(one)}`)
          .join()
      return String(value)
    }
  })
