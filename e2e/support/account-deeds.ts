const own = 'app/account'

/**
 * What is pressed about one's own account. Nobody but its owner has these buttons, and everybody signed in has their
 * own: what strangers can do with them is told in organizer-keeps-an-account.spec.ts.
 */
export const accountDeeds: Record<string, 'anybody' | 'account'> = {
  [`${own}/actions.ts saveName`]: 'account',
  [`${own}/actions.ts addressChange`]: 'account',
  [`${own}/actions.ts dropAddress`]: 'account',
  [`${own}/actions.ts startApp`]: 'account',
  [`${own}/actions.ts removeApp`]: 'account',
  [`${own}/actions.ts askPasskeyToAdd`]: 'account',
  [`${own}/actions.ts keepPasskey`]: 'account',
  [`${own}/actions.ts removeThisPasskey`]: 'account',
  [`${own}/actions.ts endThisSession`]: 'account',
  [`${own}/actions.ts endEverySession`]: 'account',
  [`${own}/authenticator/actions.ts confirmApp`]: 'account',
  [`${own}/authenticator/actions.ts stopSetUp`]: 'account',
  [`${own}/recovery-codes/actions.ts makeCodes`]: 'account',
  // Whoever holds the link of a mailbox may press its buttons.
  [`${own}/email/[token]/actions.ts agreeHere`]: 'anybody',
  [`${own}/email/[token]/actions.ts stopHere`]: 'anybody',
  'app/sign-in/second-factor/actions.ts proveWithCode': 'account',
  'app/sign-in/second-factor/actions.ts proveWithPaper': 'account',
  'app/sign-in/second-factor/actions.ts askPasskeyToProve': 'account',
  'app/sign-in/second-factor/actions.ts proveWithPasskey': 'account',
}
