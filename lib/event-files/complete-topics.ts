import 'server-only'
import type { FileTopic, WrittenEventFile } from './schema'

/** A title alone is a topic too, and a flag that says no says nothing. */
export const completeTopics = (topics: WrittenEventFile['topics']): FileTopic[] =>
  topics.map((topic) => {
    if (typeof topic === 'string') return { title: topic }
    const { remote, idea, ...rest } = topic
    return { ...rest, ...(remote && { remote }), ...(idea && { idea }) }
  })
