import { describe, expect, it } from 'vitest'
import { type EnvironmentError, readEnvironment } from './env'

const problemsOf = (source: Record<string, string>) => {
  try {
    readEnvironment(source)
    return []
  } catch (error) {
    return (error as EnvironmentError).problems
  }
}

describe('the environment', () => {
  it('needs nothing', () => {
    const env = readEnvironment({})
    expect(env.baseUrl).toBe('http://localhost:3000')
    expect(env.databaseUrl).toBeUndefined()
    expect(env.mailFrom).toEqual({ name: 'Lanyard', address: 'no-reply@localhost' })
  })

  it('takes an empty variable for one that is not there', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: ' ' }).port).toBe(3000)
  })

  it('lets a whole office register at once', () => {
    expect(readEnvironment({}).registerPerAddressPerMinute).toBeGreaterThanOrEqual(100 * 60)
  })

  it('derives the address from the port', () => {
    expect(readEnvironment({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080')
  })

  it('drops the slash after an address', () => {
    expect(readEnvironment({ BASE_URL: 'https://events.example.org/' }).baseUrl).toBe(
      'https://events.example.org',
    )
  })

  it('reads the sender with and without a name', () => {
    const from = (text: string) => readEnvironment({ MAIL_FROM: text }).mailFrom
    expect(from('Hack Days <hello@example.org>')).toEqual({ name: 'Hack Days', address: 'hello@example.org' })
    expect(from('hello@example.org')).toEqual({ name: 'Lanyard', address: 'hello@example.org' })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['BASE_URL', 'events.example.org'],
    ['BASE_URL', 'https://example.org/events'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['NEXTAUTH_SECRET', 'short'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['REGISTER_PER_ADDRESS_PER_MINUTE', '-1'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s in one sentence that names it and does not repeat the value', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must .+\\.$`))
  })

  it('names every mistake at once', () => {
    expect(problemsOf({ PORT: 'x', BASE_URL: 'y', SMTP_URL: 'z' })).toHaveLength(3)
  })

  it('refuses a database of one’s own without a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql://app@localhost/app' })[0]).toMatch(
      /^NEXTAUTH_SECRET must be set/,
    )
  })

  it('wants all of OIDC or nothing', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://login.example.org' })[0]).toMatch(/belong together/)
  })
})
