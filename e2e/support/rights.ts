/** Who may come to a door; whoever is elsewhere has the same right at another event. */
export const callers = {
  nobody: 'nobody',
  person: 'the person themselves',
  neighbour: 'somebody else who registered',
  scanner: 'phone that scans',
  supervisor: 'phone of a supervisor',
  door: 'check-in',
  organizer: 'organizer',
  owner: 'owner',
  other: 'organizer elsewhere',
  otherPhone: 'supervisor’s phone elsewhere',
  admin: 'admin',
  program: 'program with a token',
} as const
export type Caller = keyof typeof callers
export const callerNames = Object.keys(callers) as Caller[]

/** What a door says to them. */
export const answers = {
  open: 'opens',
  link: 'opens to whoever brings its link, and says to others that there is none',
  'sign-in': 'leads to signing in, whatever stands in the address',
  onward: 'leads elsewhere: there is nothing to do here',
  '401': 'asks who speaks',
  '403': 'says that they may not',
  '404': 'looks like a page that is not there',
} as const
export type Answer = keyof typeof answers

/** Who is let in where, by the names that the tables of doors and buttons use. */
const who = `
            nobody  person  neighbour scanner supervisor door   organizer owner  other  otherPhone admin    program
everybody   open    open    open      open    open       open   open      open   open   open       open     open
holder      link    link    link      link    link       link   link      link   link   link       link     link
themselves  404     open    404       404     404        404    404       404    404    404        404      404
account     sign-in sign-in sign-in   sign-in sign-in    open   open      open   open   sign-in    open     sign-in
not-yet     open    open    open      open    open       onward onward    onward onward open       onward   open
half-way    sign-in sign-in sign-in   sign-in sign-in    onward onward    onward onward sign-in    onward   sign-in
desk        sign-in sign-in sign-in   sign-in sign-in    403    open      open   404    sign-in    open     sign-in
creator     sign-in sign-in sign-in   sign-in sign-in    403    403       open   403    sign-in    open     sign-in
copier      sign-in sign-in sign-in   sign-in sign-in    403    403       open   404    sign-in    open     sign-in
admin       sign-in sign-in sign-in   sign-in sign-in    404    404       404    404    sign-in    open     sign-in
phones      sign-in sign-in sign-in   open    open       open   open      open   404    404        open     sign-in
searchers   sign-in sign-in sign-in   403     open       open   open      open   404    404        open     sign-in
staff       sign-in sign-in sign-in   403     403        open   open      open   404    404        open     sign-in
unpaired    open    open    open      onward  onward     open   open      open   open   404        open     open
program     401     401     401       open    open       open   open      open   404    404        open     open
asking      401     401     401       403     open       open   open      open   404    404        open     open
set-up      404     404     404       404     404        404    404       404    404    404        404      404
`

// A button tells nobody who is signed in which event or right was missing.
const pressers = `
            nobody  person  neighbour scanner supervisor door   organizer owner  other  otherPhone admin    program
anybody     open    open    open      open    open       open   open      open   open   open       open     open
themselves  404     open    404       404     404        404    404       404    404    404        404      404
account     sign-in sign-in sign-in   sign-in sign-in    open   open      open   open   sign-in    open     sign-in
door        sign-in sign-in sign-in   open    open       open   open      open   404    404        open     sign-in
searcher    sign-in sign-in sign-in   404     open       open   open      open   404    404        open     sign-in
admitter    sign-in sign-in sign-in   403     open       open   open      open   404    404        open     sign-in
staff       sign-in sign-in sign-in   404     404        open   open      open   404    404        open     sign-in
desk        sign-in sign-in sign-in   sign-in sign-in    404    open      open   404    sign-in    open     sign-in
author      sign-in sign-in sign-in   sign-in sign-in    404    onward    open   404    sign-in    open     sign-in
owner       sign-in sign-in sign-in   sign-in sign-in    404    404       open   404    sign-in    open     sign-in
creator     sign-in sign-in sign-in   sign-in sign-in    404    404       open   404    sign-in    open     sign-in
admin       sign-in sign-in sign-in   sign-in sign-in    404    404       404    404    sign-in    open     sign-in
`

export type Cells = Record<Caller, Answer>
export const doorCells = (audience: string): Cells => cellsIn(who, audience)
export const buttonCells = (audience: string): Cells => cellsIn(pressers, audience)

function cellsIn(table: string, audience: string): Cells {
  const [names, ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const cells = lines.find(([name]) => name === audience)?.slice(1)
  if (!cells) throw new Error(`rights.ts knows no “${audience}”.`)
  return Object.fromEntries(names!.map((caller, at) => [caller, cells[at]])) as Cells
}
