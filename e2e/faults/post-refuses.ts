import { openLine } from '../support/line'
import { type Arrived, openPostOffice } from '../support/post-office'
import { compareHistory } from './compare-history'
import { compareLetters } from './compare-letters'
import { openInstallation, until } from './open-installation'
import type { Drill } from './open-report'

const kinds = ['later', 'never', 'broken', 'well'] as const

export const postRefuses: Drill = {
  done: 'The mail server refuses some letters for now (451), some for good (550), and of some it keeps the text, but the line breaks before it can say so.',
  promised:
    'For now: it goes later. For good: failed, with the words of the server. Broken: it goes again under its own number, and nothing is promised twice.',
  async run(report, scale) {
    const installation = await openInstallation()
    const kindOf = dealOut()
    const tried = new Map<string, number>()
    const refuse = (address: string) => {
      tried.set(address, (tried.get(address) ?? 0) + 1)
      if (kindOf(address) === 'later' && tried.get(address) === 1) return 451
      return kindOf(address) === 'never' ? 550 : undefined
    }
    const brokenOff = new Set<string>()
    const breakOff = ({ to: [address = ''] }: Arrived) => {
      if (kindOf(address) !== 'broken' || brokenOff.has(address)) return
      brokenOff.add(address)
      line.reset()
    }
    const office = await openPostOffice({ refuse, keep: breakOff })
    const line = await openLine(new URL(office.url))
    try {
      const { url } = await installation.start({ SMTP_URL: line.url })
      const crowd = await installation.openCrowd(url, { atOnce: 2 })
      await until(() => crowd.told().length >= (scale === 'short' ? 12 : 200), 30_000)
      await crowd.stop()
      await compareLetters(report, installation, office.arrived)
      const rows = await installation.query<{ state: string; address: string; said: string | null }>(
        'SELECT state, to_address AS address, last_error AS said FROM outbox_mail',
      )
      const wrong = rows.filter(({ state, address, said }) =>
        kindOf(address) === 'never'
          ? state !== 'failed' || !said?.startsWith('no_such_mailbox')
          : state !== 'sent',
      )
      const counts = kinds.map(
        (kind) => `${rows.filter(({ address }) => kindOf(address) === kind).length} ${kind}`,
      )
      report.holds(wrong.length === 0, `${counts.join(', ')}; ${wrong.length} ended otherwise than promised`)
      const broken = office.arrived.filter(({ to: [address] }) => kindOf(address!) === 'broken')
      const people = new Set(broken.map(({ to: [address] }) => address))
      report.holds(
        broken.length >= 2 * people.size,
        `${people.size} whose line broke got ${broken.length} copies`,
      )
      await compareHistory(report, installation, crowd.tries, url)
    } finally {
      await installation.close()
      await line.close()
      await office.close()
    }
  },
}

function dealOut() {
  const dealt = new Map<string, (typeof kinds)[number]>()
  return (address: string) => {
    if (!dealt.has(address)) dealt.set(address, kinds[dealt.size % kinds.length]!)
    return dealt.get(address)!
  }
}
