/** How a program is started: what, with what, as whom. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to our own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly uid?: number;
  readonly gid?: number;
  /** In a process group of its own, which signals to ours do not reach. */
  readonly detached?: boolean;
}
