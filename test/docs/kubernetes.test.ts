import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'deploy/kubernetes');

/** The parts of a kustomization that ours use; anything else is a slip of the pen. */
const kustomization = z.strictObject({
  apiVersion: z.literal('kustomize.config.k8s.io/v1beta1'),
  kind: z.literal('Kustomization'),
  namespace: z.literal('insytical'),
  resources: z.array(z.string()),
  labels: z
    .array(z.strictObject({ pairs: z.record(z.string(), z.string()), includeTemplates: z.boolean() }))
    .optional(),
  images: z.array(z.strictObject({ name: z.string(), newTag: z.string() })).optional(),
  configMapGenerator: z
    .array(
      z.strictObject({
        name: z.literal('settings'),
        behavior: z.literal('merge').optional(),
        envs: z.array(z.string()).optional(),
        literals: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  secretGenerator: z.array(z.strictObject({ name: z.literal('secrets'), envs: z.array(z.string()) })).optional(),
});

const kustomizations = globSync('*/kustomization.yaml', { cwd: FOLDER });
const base = kustomization.parse(parse(readFileSync(join(FOLDER, 'base/kustomization.yaml'), 'utf8')));

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

const manifests = base.resources.flatMap((file) =>
  parseAllDocuments(readFileSync(join(FOLDER, 'base', file), 'utf8'), { strict: true }).map((document) => {
    for (const error of document.errors) throw error;
    return document.toJS() as Manifest;
  }),
);

/** The type checker decodes: unknown, missing and ill-typed fields are errors against the types of the Kubernetes API. */
async function decodeStrictly(objects: readonly Manifest[]): Promise<string> {
  const folder = join(ROOT, 'node_modules/.cache/kubernetes-test');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'manifests.ts');
  const lines = objects.map((object, index) => {
    const type = `import('kubernetes-models/${object.apiVersion}').I${object.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(object)};`;
  });
  await writeFile(file, lines.join('\n'));
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', 'node', '--ignoreConfig'];
  const checked = run('tsc', [...flags, file], { cwd: ROOT });
  return checked.then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  );
}

describe('deploy/kubernetes', () => {
  test('every kustomization names files that exist', () => {
    for (const file of kustomizations) {
      const {
        resources,
        configMapGenerator = [],
        secretGenerator = [],
      } = kustomization.parse(parse(readFileSync(join(FOLDER, file), 'utf8')));
      const inputs = [...configMapGenerator, ...secretGenerator].flatMap(({ envs = [] }) => envs);
      for (const name of [...resources, ...inputs.map((env) => env.replace(/^secrets\.env$/, 'secrets.env.example'))])
        expect(globSync(name, { cwd: join(FOLDER, dirname(file)) }), `${file}: ${name}`).toHaveLength(1);
    }
  });

  test('every manifest is one that the Kubernetes API would take', async () => {
    expect(manifests.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Job', 'Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler']),
    );
    expect(await decodeStrictly(manifests)).toBe('');
  }, 120_000);

  test('a misspelt field would be seen', async () => {
    const misspelt = JSON.parse(JSON.stringify(manifests).replaceAll('readinessProbe', 'readynessProbe')) as Manifest[];
    expect(await decodeStrictly(misspelt)).toContain('readynessProbe');
  }, 120_000);

  test('every setting and secret is a variable that we read', () => {
    const known = readFileSync(join(ROOT, '.env.example'), 'utf8');
    for (const file of globSync('base/*.env*', { cwd: FOLDER }))
      for (const [, name = ''] of readFileSync(join(FOLDER, file), 'utf8').matchAll(/^([A-Z_]+)=/gm))
        expect(known, `${basename(file)}: ${name}`).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  });
});
