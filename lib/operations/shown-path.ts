/** A request's path as it may stand in a log: no query, no personal link, no one-time token. */
export function shownPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0]!
  return path
    .replace(/^\/(my|sign-in|join|lists|unsubscribe|check-in\/pair|account\/email)\/.+/, '/$1/…')
    .replace(/(?<=\/)(?=[^/]*\d)(?=[^/]*[A-Z])[\w-]{22,}(?=\/|$)/g, '…')
    .replace(/(?<=\/)[^/]*(@|%40)[^/]*/gi, '…')
    .slice(0, 200)
}
