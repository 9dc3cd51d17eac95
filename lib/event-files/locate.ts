import 'server-only'
import type { Document } from 'yaml'
import { isCollection, isMap, isNode, isScalar } from 'yaml'
import type { Mistake } from './check-entries'

/** Where the path stands in the text: at the key where there is one, else at the closest thing around it. */
export function locate(yaml: Document, path: Mistake['path']): number {
  let node: unknown = yaml.contents
  let offset = 0
  for (const part of path) {
    if (!isCollection(node)) break
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      if (!pair) break
      offset = startOf(pair.key, offset)
      node = pair.value
    } else {
      node = node.items[Number(part)]
      offset = startOf(node, offset)
    }
  }
  return offset
}

const startOf = (node: unknown, fallback: number) => (isNode(node) ? (node.range?.[0] ?? fallback) : fallback)
