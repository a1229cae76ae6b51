import { Code, Text } from '@mantine/core';
import type { Integration } from '../data/integrations.ts';

/** What whoever runs this server has to set before the platform can be offered. */
export function MissingVariables({ integration: { name, missingVariables } }: { readonly integration: Integration }) {
  return (
    <Text size="sm">
      Set{' '}
      {missingVariables.map((variable, index) => (
        <span key={variable}>
          {index > 0 && (index === missingVariables.length - 1 ? ' and ' : ', ')}
          <Code>{variable}</Code>
        </span>
      ))}{' '}
      in the server’s environment and start it again to offer {name}.
    </Text>
  );
}
