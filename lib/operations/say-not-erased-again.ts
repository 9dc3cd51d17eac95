/** What a restore or a start says of what was erased, came back with a backup, and would not go. */
export const sayNotErasedAgain = (failed: number): string =>
  `Erased before the backup was restored and not yet erased again: ${failed}. The log says why; a server tries again every ten minutes.`
