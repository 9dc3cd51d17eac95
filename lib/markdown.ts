import 'server-only'
import type { Element, ElementContent, Nodes, Root } from 'hast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { escapeHtml } from './escape-html'

/**
 * Markdown as HTML that may stand in a page: raw HTML and images are dropped, links lead to http, https or mailto.
 * Rendering is what makes a page slow, so it is done once, when the text is saved. `fill` changes the words, never
 * what they are part of.
 */
export function renderMarkdown(text: string, fill?: (words: string) => string): string {
  const tree = processor.runSync(parseMarkdown(text, fill)) as Root
  return htmlOf(tree)
}

/** A text as a tree, and whatever stands in it. */
export type MarkdownRoot = ReturnType<typeof processor.parse>
export type MarkdownNode = MarkdownRoot['children'][number]

/** The text as a tree. It is read before its words are filled in, so that nothing filled in is read as Markdown. */
export function parseMarkdown(text: string, fill?: (words: string) => string): MarkdownRoot {
  const tree = processor.parse(text)
  if (fill) fillIn(tree, fill)
  return tree
}

function fillIn(node: MarkdownRoot | MarkdownNode, fill: (words: string) => string): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    node.value = fill(node.value)
  if ('children' in node) for (const child of node.children) fillIn(child, fill)
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    // Only notes have ids here; their prefix keeps them from meaning anything else on the page.
    clobberPrefix: 'text-',
    footnoteLabel: 'Footnotes · Fußnoten',
    footnoteBackLabel: (note: number) => `↑ ${note + 1}`,
  })
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source'].includes(name)),
    clobber: [],
    protocols: { href: ['http', 'https', 'mailto'] },
  })

// React's own renderer cannot be loaded where Server Components are; what is left after sanitizing needs no more.
function htmlOf(node: Nodes | ElementContent): string {
  if (node.type === 'text') return escapeHtml(node.value)
  if (node.type === 'root') return node.children.map(htmlOf).join('')
  if (node.type !== 'element') return ''
  // The page's own title is its only h1.
  const name = node.tagName === 'h1' ? 'h2' : node.tagName
  const inner = node.children.map(htmlOf).join('')
  return `<${name}${attributesOf(node)}>${empty.has(name) ? '' : `${inner}</${name}>`}`
}

const empty = new Set(['br', 'hr', 'input'])

function attributesOf({ tagName, properties }: Element): string {
  const given = tagName === 'a' && properties.href ? linkOf(properties) : properties
  return Object.entries(given)
    .filter(([, value]) => value !== false && value !== null && value !== undefined)
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(' ') : String(value)
      return ` ${attributeNamed(name)}${value === true ? '' : `="${escapeHtml(text)}"`}`
    })
    .join('')
}

// "//host" names no protocol and leads away all the same.
const linkOf = ({ href, ...rest }: Element['properties']): Record<string, unknown> =>
  String(href).startsWith('//') ? rest : { href, ...rest, rel: 'noopener' }

function attributeNamed(property: string): string {
  if (property === 'className') return 'class'
  if (property.startsWith('data')) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return property.toLowerCase().replace(/^aria/, 'aria-')
}
