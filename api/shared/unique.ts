import { DriverException } from '@mikro-orm/postgresql';
import type { Problem } from '../problem.ts';

/** Answers a broken unique key with `problem`. */
export async function onUniqueViolation<T>(work: Promise<T>, problem: Problem): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof DriverException && error.code === '23505' ? problem : error;
  }
}

/** Answers a row that others still point to with `problem`. */
export async function onStillUsed<T>(work: Promise<T>, problem: Problem): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const codes = ['23503', '23001'];
    throw error instanceof DriverException && codes.includes(error.code ?? '') ? problem : error;
  }
}
