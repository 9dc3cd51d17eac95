type PageRuleProps = { size?: string; margin?: string; left?: string; word?: string }

/** How the pages of a print page are cut, and what stands at their foot. */
export function PageRule({ size = 'A4', margin = '14mm 12mm 16mm', left = '', word }: PageRuleProps) {
  const foot = word
    ? `@bottom-right { content: ${quoted(word)} " " counter(page) " / " counter(pages); font-size: 8pt }
       @bottom-left { content: ${quoted(left)}; font-size: 8pt }`
    : ''
  return <style>{`@page { size: ${size}; margin: ${margin}; ${foot} }`}</style>
}

// A title may hold anything; as escapes nothing of it can end the text it stands in.
const quoted = (text: string): string =>
  `"${Array.from(text, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `).join('')}"`
