/**
 * The name under which a tab keeps what was typed into the form of an event: of one's own, or for the place of
 * somebody's registration.
 */
export const keptEntry = (event: { id: string }, placeOf?: string): string =>
  [`lanyard-register-${event.id}`, placeOf].filter(Boolean).join('-')

/** Health is nobody's business, not even this tab's; codes open doors. */
export const neverKept = [
  'allergies',
  'allergiesConsent',
  'accessibility',
  'legalName',
  'accessCode',
] as const
