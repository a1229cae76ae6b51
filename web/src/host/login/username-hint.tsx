/** Tells password managers whose password a form is about. */
export function UsernameHint({ email }: { readonly email: string }) {
  return <input type="hidden" name="username" autoComplete="username" value={email} readOnly />;
}
