/** Keeps the screen on while the page is looked at, where the browser can. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null
  let isOver = false

  const hold = async () => {
    if (document.visibilityState !== 'visible' || isOver) return
    lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
    if (isOver) void lock?.release()
  }
  void hold()
  document.addEventListener('visibilitychange', hold)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', hold)
    void lock?.release()
  }
}
