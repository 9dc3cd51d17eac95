import type { MarkdownNode, MarkdownRoot } from '../markdown'
import { wrap } from './render-text'
import { oneLine } from './rules'

type Phrase = Extract<MarkdownNode, { type: 'paragraph' }>['children'][number]

const width = 72

/** A Markdown tree as plain text, wrapped for reading: lists hang, links say where they lead, HTML and pictures are left out. */
export const renderBodyText = (tree: MarkdownRoot): string => blocksOf(tree.children, width)

const blocksOf = (nodes: MarkdownNode[], columns: number, between = '\n\n'): string =>
  nodes.flatMap((node) => blockOf(node, columns) || []).join(between)

function blockOf(node: MarkdownNode, columns: number): string {
  switch (node.type) {
    case 'paragraph':
      return wrap(words(node.children), columns)
    case 'heading': {
      const title = wrap(words(node.children), columns)
      const longest = Math.max(...title.split('\n').map((line) => line.length))
      return node.depth < 3 ? `${title}\n${(node.depth === 1 ? '=' : '-').repeat(longest)}` : title
    }
    case 'blockquote':
      return indent(blocksOf(node.children, columns - 2), '> ')
    case 'list': {
      const first = node.start ?? 1
      const items = node.children.map((item, at) => {
        const tick = item.checked == null ? '' : item.checked ? '[x] ' : '[ ] '
        const mark = node.ordered ? `${first + at}. ` : `- ${tick}`
        const inner = blocksOf(item.children, columns - mark.length, node.spread ? '\n\n' : '\n')
        return mark + indent(inner, ' '.repeat(mark.length)).trimStart()
      })
      return items.join(node.spread ? '\n\n' : '\n')
    }
    case 'code':
      return indent(node.value, '    ')
    case 'thematicBreak':
      return '-'.repeat(columns)
    case 'table':
      return node.children
        .map((row) => row.children.map((cell) => words(cell.children)).join(' | '))
        .join('\n')
    case 'footnoteDefinition':
      return indent(blocksOf(node.children, columns - 4), '    ').replace(/^ {4}/, `[${node.identifier}] `)
    default:
      return ''
  }
}

const words = (nodes: Phrase[]): string => nodes.map(wordsOf).join('')

function wordsOf(node: Phrase): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s*\n\s*/g, ' ')
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${node.identifier}]`
  if (node.type !== 'link') return 'children' in node ? words(node.children) : ''
  const said = words(node.children)
  const address = oneLine(node.url).replaceAll(' ', '%20')
  const isSaid = ['', 'mailto:', 'http://'].some((protocol) => protocol + said === address)
  return !/^(https?:\/\/|mailto:)/i.test(address) || isSaid ? said : `${said} <${address}>`
}

const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (by.trim() || line ? by + line : line).trimEnd())
    .join('\n')
