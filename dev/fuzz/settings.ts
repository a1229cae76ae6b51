import { ID_KINDS, type Person } from './people.ts';

/** What ends the session the fuzzer works with; it has nothing to fuzz but the cookie. */
const ENDS_THE_SESSION = ['deleteMe', 'logOut'];

/**
 * What is wrong with an answer wherever it is given. The checks that guess which inputs *should* pass are left out: a
 * slot that fits the schema but is booked, or another host's id, is refused rightly.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'ignored_auth',
  'object_level_authorization',
];

/** schemathesis.toml for a run as one of two people, who may never see what is the other's. */
export function settingsFor(person: Person, other: Person, usersFile: string): string {
  const lists = {
    ...Object.fromEntries(ID_KINDS.map((kind) => [kind, [...person.ids[kind], ...other.ids[kind]]])),
    handles: [person.handle, other.handle],
    slugs: [...person.slugs, ...other.slugs],
    tokens: [...person.tokens, ...other.tokens],
    providers: ['zoom', 'teams', 'meet'],
  };
  // JSON's strings and lists of strings are TOML's too.
  const text = JSON.stringify;
  return `
[auth.wfc]
path = ${text(usersFile)}
user = ${text(person.name)}
peers = ${text([person.name, other.name])}

[checks]
enabled = false
${CHECKS.map((check) => `${check}.enabled = true`).join('\n')}

[parameters]
${bindings.map(([parameter, list]) => bound(parameter, list)).join('\n')}

${Object.entries(lists)
  .map(([name, values]) => `[dictionaries.${name}]\nvalues = ${text(values)}`)
  .join('\n')}

${ID_KINDS.map(
  (kind) => `[[operations]]
include-path-regex = ${text(`/${kind}/\\{id\\}`)}
[operations.parameters]
${bound('path.id', kind)}`,
).join('\n')}

[[operations]]
include-operation-id = ${text(ENDS_THE_SESSION)}
enabled = false
`;
}

const bindings = [
  ['path.handle', 'handles'],
  ['path.slug', 'slugs'],
  ['path.token', 'tokens'],
  ['path.provider', 'providers'],
] as const;

/** A parameter takes a known value oftener than one made up. */
const bound = (parameter: string, list: string) =>
  `${JSON.stringify(parameter)} = { dictionary = ${JSON.stringify(list)}, probability = 0.7 }`;

/** The file of people that settings refer to: Web Fuzzing Commons' form, one fixed header each. */
export const usersFileOf = (people: readonly Person[]): string =>
  JSON.stringify({
    auth: people.map(({ name, cookie }) => ({ name, fixedHeaders: [{ name: 'Cookie', value: cookie }] })),
  });
