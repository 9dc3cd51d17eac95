export type TypedControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The controls of a form that a person answers, in their order: no buttons, nothing hidden in the page. */
export const typedControls = (form: HTMLFormElement): TypedControl[] =>
  [...form.elements].filter(
    (control): control is TypedControl =>
      /^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName) &&
      !/^(hidden|submit|button|password|file)$/.test((control as TypedControl).type) &&
      (control as TypedControl).name !== '',
  )

export const isTick = (control: TypedControl): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'
