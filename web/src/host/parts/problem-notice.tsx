import { Alert, Button, Group, List, Text } from '@mantine/core';
import { Icon } from './icons.tsx';
import { ApiProblem } from '../../shared/api.ts';
import { rich, t } from '../text.ts';
import { said } from './said.ts';

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
            {t('common.tryAgain')}
          </Button>
        )}
        {isOurs(error) && <Text size="sm">{rich('parts.support', { link: <a href="/support" /> })}</Text>}
      </Group>
    </Alert>
  );
}

/** What went wrong, as one sentence for the host. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('parts.pageProblem');
  if (error.code === 'validation_failed' && error.errors.length > 0) return t('parts.checkFields');
  if (error.code === 'stale') return t('parts.stale');
  const {
    code,
    title,
    detail,
    says = detail === undefined ? { code: `problem.${code}`, args: {} } : undefined,
  } = error;
  return said(detail ?? title, says);
}

/** Whether the host cannot fix it. */
const isOurs = (error: unknown) => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

/** Details of a refused request that no field on the page shows. */
function unplacedErrors(error: unknown, placed: readonly string[]): string[] {
  if (!(error instanceof ApiProblem)) return [];
  const isPlaced = (pointer: string) => placed.some((known) => pointer === known || pointer.startsWith(`${known}/`));
  return error.errors
    .filter(({ pointer }) => !isPlaced(pointer))
    .map(({ pointer, detail, says }) => {
      const text = said(detail, says);
      return pointer === '' ? text : `${pointer.slice(1).replaceAll('/', ' › ')}: ${text}`;
    });
}

/** What a refused request says of one field, by its JSON pointer; of the first where none is given. */
export function errorAt(error: unknown, pointer?: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const found = error.errors.find((one) => pointer === undefined || one.pointer === pointer);
  return found && said(found.detail, found.says);
}
