import type zh from '../zh-CN/signin';
import type { Like } from '..';

export default {
  title: 'Sign in',
  lead: 'With your phone number or account name.',
  name: 'Phone number or account name',
  password: 'Password',
  submit: 'Sign in',
  code: 'One-time code',
  codeTitle: 'Enter the code',
  codeHint: 'Open the authenticator on your phone and enter the 6 digits. They change every 30 seconds.',
  codeSubmit: 'Confirm and sign in',
  otherAccount: 'Use another account',
  nameNeeded: 'Enter your phone number or account name',
  passwordNeeded: 'Enter your password',
  codeNeeded: 'Enter the 6 digits of the code',
  noAccount: 'No account, or password forgotten?',
  noAccountText:
    'Accounts are opened, and passwords reset, by the administrator of your institution or your health authority.',
  back: 'After signing in you return to the page you came from.',
  demoTitle: 'Demonstration accounts',
  demoText: 'Choose a role; name and password are filled in.',
  demoFill: 'Fill in {name}',
  aside: 'Training with results you can see',
  'aside.1': 'Progress is counted from what was watched, and follows you to another phone',
  'aside.2': 'If the network drops in an exam, answers stay on the device and are sent later',
  'aside.3': 'Once issued, a certificate is verified by anyone in 2 seconds',
} as const satisfies Like<typeof zh>;
