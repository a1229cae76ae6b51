import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** What `node --cpu-prof` writes, as far as we read it: times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Of the repository. */
  readonly root: string;
}

/** Milliseconds of CPU within a span by package or by folder of ours: each sample counts to the innermost of these at work. */
export function spentBy(profiles: readonly CpuProfile[], span: Span): Map<string, number> {
  const spent = new Map<string, number>();
  for (const profile of profiles) {
    const nameOf = namesIn(profile, span.root);
    let at = profile.startTime;
    for (const [index, sample] of profile.samples.entries()) {
      const took = profile.timeDeltas[index] ?? 0;
      at += took;
      const name = nameOf.get(sample) ?? '(idle)';
      if (at >= span.from && at <= span.to && name !== '(idle)') spent.set(name, (spent.get(name) ?? 0) + took / 1_000);
    }
  }
  return spent;
}

/** Who each node of the tree counts to, by the node's id. */
function namesIn({ nodes }: CpuProfile, root: string): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names = new Map<number, string>();
  const visit = (node: ProfileNode, caller: string) => {
    const name = ownName(node, root) ?? caller;
    names.set(node.id, name);
    for (const child of node.children ?? []) {
      const next = byId.get(child);
      if (next !== undefined) visit(next, name);
    }
  };
  const [top] = nodes;
  if (top !== undefined) visit(top, 'node');
  return names;
}

/** Undefined for what Node does for others. */
function ownName({ callFrame: { functionName, url } }: ProfileNode, root: string): string | undefined {
  if (functionName === '(garbage collector)' || functionName === '(idle)' || functionName === '(program)')
    return functionName;
  if (!url.startsWith('file:') && !url.startsWith('/'))
    return url.startsWith('node:') || url === '' ? undefined : `workflows (sandbox)`;
  const path = relative(root, url.startsWith('file:') ? fileURLToPath(url) : url);
  const module = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return module ?? path.split('/').slice(0, 2).join('/');
}
