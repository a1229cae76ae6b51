/**
 * Errors of workflows name the one line that threw them. The SDK takes a stack trace of every promise that a workflow makes
 * and looks each line of it up in the source map: with the usual ten lines that is the largest part of what a workflow
 * costs. Loaded before the SDK freezes the sandbox (`worker/bundle.ts`).
 */
Error.stackTraceLimit = 1;
