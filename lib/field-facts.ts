import type { Retention } from './retention'

/** Article 6 GDPR, and article 9 where the law asks for a consent of its own. */
export type Basis = 'contract' | 'consent' | 'own_consent' | 'legitimate_interest' | 'legal_duty'

export type Reader =
  | 'person'
  | 'organizers'
  | 'check_in'
  | 'host'
  | 'hotel'
  | 'caterer'
  | 'public'
  | 'mail_server'
  | 'admins'

/** What an event must have for a field to be there; absent: every event. */
export type Feature = 'access_list' | 'allergies' | 'food' | 'hotels' | 'questions'

/** Columns by table, as the database calls them, with spaces between. */
export type Columns = Record<string, string>

export type FieldFact = {
  columns: Columns
  basis: Basis
  seenBy: Reader[]
  keep: Retention
  /** Whose it is; absent: of whoever registers. */
  of?: 'team' | 'admins'
  needs?: Feature
  /** Whether the form asks for it. */
  isAsked?: true
  /** Under which keys the download of whoever registers has it; `no` says that it shows nothing but what others have. */
  download?: string[] | 'no'
}

/** Why a column says nothing about a person: it names a row, tells of the event, is a count, or keeps the house running. */
export type NoPerson = 'key' | 'event' | 'count' | 'house'

/** What one room keeps: with its words in `fields` of both languages, and what is of nobody. */
export type FieldFacts = { fields: Record<string, FieldFact>; nobody: Partial<Record<NoPerson, Columns>> }
