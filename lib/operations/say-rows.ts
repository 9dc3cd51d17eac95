/** What is in a backup, in the words people ask in. */
export function sayRows({ event = 0, registration = 0 }: Record<string, number>): string {
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
  return `${counted(event, 'event')} with ${counted(registration, 'registration')}`
}
