import { Alert, Button, Group, List, Text } from '@mantine/core';
import { isOurs, sentenceOf, unplacedErrors } from './problem-words.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly error: unknown;
  /** Tries again what failed. */
  readonly onRetry?: (() => void) | undefined;
  readonly retrying?: boolean;
  /** Pointers of fields that show their error themselves. */
  readonly placed?: readonly string[];
}

/** A failing call in words, with a way to try again. */
export function ProblemNotice({ error, onRetry, retrying = false, placed = [] }: Props) {
  const details = unplacedErrors(error, placed);
  return (
    <Alert role="alert" color="red" variant="light" icon={<Icon name="alert" />} title={sentenceOf(error)} c="inherit">
      {details.length > 0 && (
        <List size="sm" mb="xs">
          {details.map((detail) => (
            <List.Item key={detail}>{detail}</List.Item>
          ))}
        </List>
      )}
      <Group gap="sm">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry} loading={retrying}>
            Try again
          </Button>
        )}
        {isOurs(error) && (
          <Text size="sm">
            If it keeps happening, <a href="/support">tell our support</a>.
          </Text>
        )}
      </Group>
    </Alert>
  );
}
