import { hashToken } from '../tokens'
import type { FormValues } from './read-form'

const digits = 12

/**
 * What a form showed, as a fingerprint a control: it travels along, so that the second of two people who save can be
 * told which answers the first one changed.
 */
export const sealForm = (values: FormValues): string =>
  Object.entries(values)
    .map(([name, all]) => `${encodeURIComponent(name)}=${fingerprint(all)}`)
    .join('&')

/** The controls that say something else now than when the form was shown; without a seal it may be any of them. */
export function changedSince(sealed: string | undefined, values: FormValues): string[] {
  const shown = new Map(new URLSearchParams(sealed ?? ''))
  const names = new Set([...shown.keys(), ...Object.keys(values)])
  return [...names].filter((name) => {
    // What every object has by nature is no control, whatever a seal says.
    if (name in Object.prototype) return false
    const all = values[name]
    return shown.get(name) !== (all && fingerprint(all))
  })
}

const fingerprint = (all: string[]): string => hashToken(JSON.stringify(all.toSorted())).slice(0, digits)
