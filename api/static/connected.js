/** Tells every page that waits for this attempt how it ended, then closes the window. */
const { attempt: attemptId, outcome, code } = document.querySelector('#attempt').dataset;
const channel = new BroadcastChannel(`integrations:${attemptId}`);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel never leaves our origin
channel.postMessage({ attemptId, outcome, ...(code === '' ? {} : { code }) });
channel.close();
window.close();
