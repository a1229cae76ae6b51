/** Why an attempt to connect ended without a connection, for the host, and what to do. */
export function failureWords(code: string, name: string): string {
  const words: Record<string, string> = {
    access_denied: `The permissions were not granted at ${name}. Click Connect to try again.`,
    consent_required: `${name} wants an administrator of your organisation to approve Insytical first.`,
    admin_consent_required: `${name} wants an administrator of your organisation to approve Insytical first.`,
    scopes_missing: `Some of the permissions were left out. Click Connect again and leave all of them ticked.`,
    attempt_expired: 'That took longer than ten minutes, so the attempt was ended. Click Connect to start again.',
    state_unknown: 'The answer did not belong to an attempt of this browser. Click Connect to start again.',
    state_used: 'This attempt had been used already. Click Connect to start again.',
  };
  return words[code] ?? `${name} could not be connected. Nothing was changed; click Connect to try again.`;
}
