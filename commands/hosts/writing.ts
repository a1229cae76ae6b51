import type { User } from '#db/entities/user.ts';
import type { HourCycle } from '#domain/locale.ts';
import { WRITING, type WritingField } from '#domain/host-preferences.ts';

interface Writing {
  readonly locale: string;
  readonly hourCycle: HourCycle;
  readonly weekStart: number;
}

/** What a host chooses, null for as the browser has it again; and what the browser has. */
export interface WritingChange {
  readonly choices: { readonly [Field in WritingField]?: Writing[Field] | null | undefined };
  readonly browser?: Writing | undefined;
}

/** How pages and mails are written after a change: what the host chose stays, also where the browser says another. */
export function writingAfter(host: Pick<User, 'writingChosen'>, { choices, browser }: WritingChange): Partial<User> {
  const chosen = WRITING.filter((field) =>
    choices[field] === undefined ? host.writingChosen?.includes(field) : choices[field] !== null,
  );
  const valueOf = (field: WritingField) => (chosen.includes(field) ? choices[field] : browser?.[field]);
  const values = WRITING.map((field) => [field, valueOf(field)] as const).filter(([, value]) => value != null);
  return { ...Object.fromEntries(values), writingChosen: chosen };
}
