const deadlock = '40P01'

/**
 * Acts, and acts once more if two waited for each other and the database ended this one: it is undone then as if it had
 * never begun, and the other is through. Whatever acts must be one transaction.
 * `again` is for who can come first the second time, by taking what both want at once.
 */
export async function againAfterDeadlock<T>(act: () => Promise<T>, again = act): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!isDeadlock(error)) throw error
    return await again()
  }
}

function isDeadlock(error: unknown): boolean {
  const { code, meta } = error as Heard
  const cause = meta?.driverAdapterError?.cause
  return [code, cause?.code, cause?.originalCode].includes(deadlock)
}

type Heard = {
  code?: string
  meta?: { driverAdapterError?: { cause?: { code?: string; originalCode?: string } } }
}
