/** Resident memory of the API, in MB, by its own metrics. */
export async function memory(app: string): Promise<number> {
  const text = await (await fetch(`${app}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  return Math.round(Number(bytes) / 2 ** 20);
}

/** Looks twice a second; `stop` says how much it was at most, in MB. */
export function watchMemory(app: string): { readonly stop: () => Promise<number> } {
  let most = 0;
  const look = async () => {
    most = Math.max(most, await memory(app));
  };
  const timer = setInterval(() => void look().catch(() => undefined), 500);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      return most;
    },
  };
}
