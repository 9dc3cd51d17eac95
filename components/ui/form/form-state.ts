/** What an action hands back to its form: what was typed, and sentences in the person's language. */
export type FormState = {
  values: Record<string, string[]>
  /** By control name, in the order the controls stand on the page. */
  fieldErrors: Record<string, string>
  formError?: string
  /** What the wrong controls are called, where only the server knows which there are. */
  fieldNames?: Record<string, string>
  /** No answer came back. The form itself says so and sends the same once more. */
  isUnsent?: true
}

export const emptyFormState: FormState = { values: {}, fieldErrors: {} }

export const hasErrors = ({ formError, fieldErrors }: FormState): boolean =>
  formError !== undefined || Object.keys(fieldErrors).length > 0
