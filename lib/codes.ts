/** What a scanner or a person typed, as a code is stored; null where it cannot be one. */
export function asCode(text: string): string | null {
  const plain = text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  return plain.length === 12 ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null
}

/** What a scanner set to the other of two keyboards would have typed: the German one has Y and Z in each other's place. */
export const withYAndZSwapped = (text: string): string =>
  text.replace(/[YZ]/gi, (letter) => ({ Y: 'Z', Z: 'Y', y: 'z', z: 'y' })[letter]!)
