import { readFileSync } from 'node:fs'

// Loaded before everything else in a server of a drill: its clock is off by the milliseconds that CLOCK_FILE says.
const RealDate = Date
const file = process.env.CLOCK_FILE
let ahead = 0
const look = () => {
  ahead = Number(readFileSync(file, 'utf8'))
}
look()
setInterval(look, 50).unref()

const now = () => RealDate.now() + ahead
globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, made) => Reflect.construct(real, given.length > 0 ? given : [now()], made),
  apply: () => new RealDate(now()).toString(),
  get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
})
