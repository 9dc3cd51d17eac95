import type { Deed } from './deeds'

const own = 'app/account'

/**
 * What is pressed about one's own account. Nobody but its owner has these buttons, and everybody signed in has their
 * own: what strangers can do with them is told in organizer-keeps-an-account.spec.ts.
 */
export const accountDeeds: Record<string, Deed | 'anybody' | 'told elsewhere'> = {
  [`${own}/actions.ts saveName`]: 'told elsewhere',
  [`${own}/actions.ts addressChange`]: 'told elsewhere',
  [`${own}/actions.ts dropAddress`]: 'told elsewhere',
  [`${own}/actions.ts startApp`]: 'told elsewhere',
  [`${own}/actions.ts removeApp`]: 'told elsewhere',
  [`${own}/actions.ts askPasskeyToAdd`]: 'told elsewhere',
  [`${own}/actions.ts keepPasskey`]: 'told elsewhere',
  [`${own}/actions.ts removeThisPasskey`]: 'told elsewhere',
  [`${own}/actions.ts endThisSession`]: 'told elsewhere',
  [`${own}/actions.ts endEverySession`]: 'told elsewhere',
  [`${own}/authenticator/actions.ts confirmApp`]: 'told elsewhere',
  [`${own}/authenticator/actions.ts stopSetUp`]: 'told elsewhere',
  [`${own}/recovery-codes/actions.ts makeCodes`]: 'told elsewhere',
  // Whoever holds the link of a mailbox may press its buttons.
  [`${own}/email/[token]/actions.ts agreeHere`]: 'anybody',
  [`${own}/email/[token]/actions.ts stopHere`]: 'anybody',
  'app/sign-in/second-factor/actions.ts proveWithCode': 'told elsewhere',
  'app/sign-in/second-factor/actions.ts proveWithPaper': 'told elsewhere',
  'app/sign-in/second-factor/actions.ts askPasskeyToProve': 'told elsewhere',
  'app/sign-in/second-factor/actions.ts proveWithPasskey': 'told elsewhere',
}
