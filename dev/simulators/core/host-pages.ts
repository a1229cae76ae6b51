import { html, type Html } from '#html';
import type { SimAccount } from './accounts.ts';
import { formOf, param, redirect, Refused, type Call, type Outcome, type Route } from './call.ts';
import type { Notification } from './notifications.ts';
import { page } from './page.ts';
import type { SimMeeting, Simulator } from './simulator.ts';

/** The simulators' front page: every account of every provider. */
export function indexPage(simulators: readonly Simulator[]): Outcome {
  const lists = simulators.map(
    (simulator) =>
      html`<h2>${simulator.name}</h2>
        <ul>
          ${simulator.state.accounts.all().map((account) => html`<li><a href="${hostPath(simulator, account)}">${account.email}</a></li>`)}
        </ul>`,
  );
  return page(
    'Meeting providers, simulated',
    html`<p class="note">Accounts appear here once they have connected. Open one to play the host at the provider.</p>
      ${lists}`,
  );
}

/** The pages under `/host/{id}`, where one plays the host at the provider. */
export function hostPages(simulator: Simulator): Route[] {
  const path = '/:account';
  const act = (what: string, work: (call: Call, meetingId: string) => readonly Notification[] | null): Route => ({
    method: 'POST',
    path: `${path}/meetings/:meetingId/${what}`,
    handle: (call) => {
      const notifications = work(call, param(call, 'meetingId'));
      if (notifications === null) throw notFound('This meeting does not exist any more');
      return { ...redirect(hostPath(simulator, accountOf(simulator, call))), notifications };
    },
  });
  return [
    { method: 'GET', path, handle: (call) => accountPage(simulator, accountOf(simulator, call)) },
    act('move', (call, id) => {
      const startsAt = Date.parse(`${formOf(call).get('startsAt') ?? ''}:00Z`);
      if (Number.isNaN(startsAt)) throw new Refused(page('This is not a time', html``, 422));
      return simulator.move(id, startsAt);
    }),
    act('timeless', (_call, id) => simulator.timeless?.make(id) ?? null),
    act('delete', (_call, id) => simulator.remove(id)),
    act('recover', (_call, id) => simulator.bin?.recover(id) ?? null),
    {
      method: 'POST',
      path: `${path}/uninstall`,
      handle: (call) => {
        const account = accountOf(simulator, call);
        return { ...redirect(hostPath(simulator, account)), notifications: simulator.uninstall(account) };
      },
    },
  ];
}

function accountPage(simulator: Simulator, account: SimAccount): Outcome {
  const base = hostPath(simulator, account);
  const of = (meetings: readonly SimMeeting[]) => meetings.filter(({ accountId }) => accountId === account.id);
  const bin = of(simulator.bin?.meetings() ?? []);
  const installed = simulator.state.tokens.hasGrant(account.id)
    ? html`<form method="post" action="${base}/uninstall"><button>Uninstall Insytical</button></form>`
    : html`<p class="note">Insytical is not connected to this account.</p>`;
  return page(
    `${simulator.name}: ${account.email}`,
    html`<p><a href="/">All accounts</a></p>
      ${installed}
      <h2>Meetings</h2>
      ${table(of(simulator.meetings()), (meeting) => liveActions(simulator, base, meeting))}
      ${
        bin.length === 0
          ? html``
          : html`<h2>Deleted</h2>
              ${table(bin, (meeting) => recoverAction(base, meeting))}`
      }`,
  );
}

function table(meetings: readonly SimMeeting[], actions: (meeting: SimMeeting) => Html): Html {
  if (meetings.length === 0) return html`<p class="note">None.</p>`;
  const rows = meetings
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map(
      (meeting) =>
        html`<tr>
          <td>${meeting.title}</td>
          <td>${meeting.startsAt.replace('T', ' ').slice(0, 16)} – ${meeting.endsAt.slice(11, 16)}</td>
          <td>${actions(meeting)}</td>
        </tr>`,
    );
  return html`<table>
    <thead>
      <tr>
        <th>Title</th>
        <th>When (UTC)</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function liveActions({ timeless }: Simulator, base: string, { id, startsAt }: SimMeeting): Html {
  const action = `${base}/meetings/${encodeURIComponent(id)}`;
  return html`<form method="post" action="${action}/move">
      <input
        type="datetime-local"
        name="startsAt"
        aria-label="New start, UTC"
        value="${startsAt.slice(0, 16)}"
        required
      />
      <button>Move</button>
    </form>
    ${timeless === undefined ? html`` : html`<form method="post" action="${action}/timeless"><button>${timeless.label}</button></form>`}
    <form method="post" action="${action}/delete"><button>Delete</button></form>`;
}

const recoverAction = (base: string, { id }: SimMeeting) =>
  html`<form method="post" action="${base}/meetings/${encodeURIComponent(id)}/recover"><button>Recover</button></form>`;

function accountOf(simulator: Simulator, call: Call): SimAccount {
  const account = simulator.state.accounts.find(param(call, 'account'));
  if (account === undefined) throw notFound('There is no such account');
  return account;
}

const notFound = (text: string) => new Refused(page(text, html`<p><a href="/">All accounts</a></p>`, 404));

const hostPath = (simulator: Simulator, account: SimAccount) =>
  `/host/${simulator.id}/${encodeURIComponent(account.email)}`;
