import { expect, it } from 'vitest'
import { shownPath } from './shown-path'

it.each([
  ['/events/scs-hackathon-4?name=Ada', '/events/scs-hackathon-4'],
  ['/my', '/my'],
  ['/my/Zk3vQ0aYw7x1Tn5bRm9LcD', '/my/…'],
  ['/my/short/too', '/my/…'],
  ['/sign-in/abc?to=/admin', '/sign-in/…'],
  ['/lists/abc', '/lists/…'],
  ['/unsubscribe/abc/now', '/unsubscribe/…'],
  ['/check-in/pair/abc', '/check-in/pair/…'],
  ['/check-in/scs-hackathon-4', '/check-in/scs-hackathon-4'],
  ['/invitations/Zk3vQ0aYw7x1Tn5bRm9LcD/accept', '/invitations/…/accept'],
  ['/people/ada@example.org', '/people/…'],
  ['/people/ada%40example.org', '/people/…'],
])('shows %s as %s', (url, shown) => expect(shownPath(url)).toBe(shown))
