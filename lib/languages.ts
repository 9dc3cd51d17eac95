export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
] as const

export type Language = (typeof languages)[number]['code']

export const defaultLanguage: Language = 'en'

export function isLanguage(value: unknown): value is Language {
  return languages.some(({ code }) => code === value)
}

/** The first language of ours in an Accept-Language header, by its weights (RFC 9110, 12.5.4). */
export function preferredLanguage(accepted: string | null | undefined): Language {
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...params] = wish.trim().toLowerCase().split(';')
    const weight = params.find((param) => param.trim().startsWith('q='))
    return { code: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) : 1 }
  })
  const known = wishes.filter(({ code, weight }) => isLanguage(code) && weight > 0)
  known.sort((one, other) => other.weight - one.weight)
  return (known[0]?.code as Language | undefined) ?? defaultLanguage
}
