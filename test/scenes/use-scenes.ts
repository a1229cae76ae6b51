import { afterAll } from 'vitest';
import type { RunningStack } from '#test/setup/stack.ts';
import { type Scene, setScene } from './scene.ts';

/** Sets scenes on a stack in use, and lets go of them after the file's tests. */
export function useScenes(stack: RunningStack): (options?: Parameters<typeof setScene>[1]) => Promise<Scene> {
  const made: Scene[] = [];
  afterAll(() => Promise.all(made.map((scene) => scene.close())));
  return async (options) => {
    const scene = await setScene(await stack.file(), options);
    made.push(scene);
    return scene;
  };
}
