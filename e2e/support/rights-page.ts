import { buttons } from './buttons'
import { canaries, learns } from './canaries'
import { answers, buttonCells, type Caller, type Cells, callerNames, callers, doorCells } from './rights'
import { rightsOfDoors } from './rights-of-doors'

/** docs/rights.md: the table of rights as people read it. */
export function rightsPage(): string {
  const doors = Object.entries(rightsOfDoors)
  const pages = doors.filter(([door]) => door.startsWith('/'))
  const routes = doors.filter(([door]) => !door.startsWith('/'))
  const pressed = Object.entries(buttons).map(([name, deed]): [string, string] => [
    name.replace(/^app|\/actions\.ts/g, ''),
    typeof deed === 'string' ? deed : deed.by,
  ])
  return `${[
    '# Rights',
    '',
    'Who may open which page, speak to which route and press which button. This page is written from the tables that',
    '`e2e/strangers.spec.ts` walks against the running product (`e2e/support/rights*.ts` and the deeds beside them): a door',
    'without a row fails, a row without a door fails, and so does every cell that is not true. `npx vitest run',
    'lib/rights.test.ts -u` writes it anew.',
    '',
    '| word | a door |',
    '| --- | --- |',
    ...Object.entries(answers).map(([word, meaning]) => `| ${word} | ${meaning} |`),
    '',
    ...story,
    ...section('Pages', 'page', pages, doorCells),
    ...section('Routes', 'route', routes, doorCells),
    ...section('Buttons', 'button', pressed, buttonCells),
    '',
    '## Fields',
    '',
    'What each of them comes to know of an event and its people, all doors together. The register has the words for each',
    'field; those that are only choices, times or numbers are not looked for. Sign-ins and second factors are their own.',
    '',
    ...head('field'),
    ...canaries.map((field) => row(field, (caller) => (learns[caller].includes(field) ? 'learns' : ''))),
  ].join('\n')}\n`
}

const story = [
  'Every door is asked by GET and HEAD alike, and a POST that presses no button of a page sees what a GET sees. Any other',
  'method, and a method that a route does not have, is a 405 for everybody. A POST from a page elsewhere is a 403 for',
  'everybody, but for who brings no cookie to the door’s programs: those look at the token. *Elsewhere* is another event:',
  'whatever is not theirs looks to them like nothing at all. A *program with a token* (`grant --api`) of somebody of',
  'check-in has their rights at its one event, at the door’s programs alone; `/api/metrics` opens to the token of',
  '`METRICS_TOKEN`, and the doors of a sign-in provider once one is set up.',
  '',
  'What is read behind an open door is in the register of fields ([privacy](privacy.md)): the same walk plants a value into',
  'every field that could not be taken for another, and fails where one shows itself to somebody who is not in its “who sees',
  'it”, or at a door that is not for it, such as an address or an allergy at the desk of the door.',
]

function section(title: string, one: string, rows: [string, string][], cellsOf: (audience: string) => Cells) {
  const lines = rows.toSorted(byPath).map(([name, audience]) => {
    const cells = cellsOf(audience)
    return row(name, (caller) => cells[caller])
  })
  return ['', `## ${title}`, '', ...head(one), ...lines]
}

const head = (one: string) => [
  `| ${[one, ...Object.values(callers)].join(' | ')} |`,
  `| --- |${callerNames.map(() => ' --- |').join('')}`,
]

const row = (name: string, say: (caller: Caller) => string) =>
  `| \`${name}\` | ${callerNames.map(say).join(' | ')} |`

const byPath = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1)
