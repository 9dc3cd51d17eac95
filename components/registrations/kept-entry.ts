/** The name under which a tab keeps what was typed into the form of an event. */
export const keptEntry = (event: { id: string }): string => `lanyard-register-${event.id}`

/** Health is nobody's business, not even this tab's; codes open doors. */
export const neverKept = [
  'allergies',
  'allergiesConsent',
  'accessibility',
  'legalName',
  'accessCode',
] as const
