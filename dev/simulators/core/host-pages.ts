import type { SimAccount } from './accounts.ts';
import { formOf, param, redirect, Refused, type Call, type Outcome, type Route } from './call.ts';
import { html, page, type Html } from './html.ts';
import type { Notification } from './notifications.ts';
import type { SimMeeting, Vendor } from './vendor.ts';

/** The simulators' front page: every account of every vendor. */
export function indexPage(vendors: readonly Vendor[]): Outcome {
  const lists = vendors.map(
    (vendor) =>
      html`<h2>${vendor.name}</h2>
        <ul>
          ${vendor.state.accounts.all().map((account) => html`<li><a href="${hostPath(vendor, account)}">${account.email}</a></li>`)}
        </ul>`,
  );
  return page(
    'Meeting providers, simulated',
    html`<p class="note">Accounts appear here once they have connected. Open one to play the host at the provider.</p>
      ${lists}`,
  );
}

/** The pages under `/host/{id}`, where one plays the host at the vendor. */
export function hostPages(vendor: Vendor): Route[] {
  const path = '/:account';
  const act = (what: string, work: (call: Call, meetingId: string) => readonly Notification[] | null): Route => ({
    method: 'POST',
    path: `${path}/meetings/:meetingId/${what}`,
    handle: (call) => {
      const notifications = work(call, param(call, 'meetingId'));
      if (notifications === null) throw notFound('This meeting does not exist any more');
      return { ...redirect(hostPath(vendor, accountOf(vendor, call))), notifications };
    },
  });
  return [
    { method: 'GET', path, handle: (call) => accountPage(vendor, accountOf(vendor, call)) },
    act('move', (call, id) => {
      const startsAt = Date.parse(`${formOf(call).get('startsAt') ?? ''}:00Z`);
      if (Number.isNaN(startsAt)) throw new Refused(page('This is not a time', html``, 422));
      return vendor.move(id, startsAt);
    }),
    act('delete', (_call, id) => vendor.remove(id)),
    act('recover', (_call, id) => vendor.bin?.recover(id) ?? null),
    {
      method: 'POST',
      path: `${path}/uninstall`,
      handle: (call) => {
        const account = accountOf(vendor, call);
        return { ...redirect(hostPath(vendor, account)), notifications: vendor.uninstall(account) };
      },
    },
  ];
}

function accountPage(vendor: Vendor, account: SimAccount): Outcome {
  const base = hostPath(vendor, account);
  const of = (meetings: readonly SimMeeting[]) => meetings.filter(({ accountId }) => accountId === account.id);
  const bin = of(vendor.bin?.meetings() ?? []);
  const installed = vendor.state.tokens.hasGrant(account.id)
    ? html`<form method="post" action="${base}/uninstall"><button>Uninstall Insytical</button></form>`
    : html`<p class="note">Insytical is not connected to this account.</p>`;
  return page(
    `${vendor.name}: ${account.email}`,
    html`<p><a href="/">All accounts</a></p>
      ${installed}
      <h2>Meetings</h2>
      ${table(of(vendor.meetings()), (meeting) => liveActions(base, meeting))}
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

function liveActions(base: string, { id, startsAt }: SimMeeting): Html {
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
    <form method="post" action="${action}/delete"><button>Delete</button></form>`;
}

const recoverAction = (base: string, { id }: SimMeeting) =>
  html`<form method="post" action="${base}/meetings/${encodeURIComponent(id)}/recover"><button>Recover</button></form>`;

function accountOf(vendor: Vendor, call: Call): SimAccount {
  const account = vendor.state.accounts.find(param(call, 'account'));
  if (account === undefined) throw notFound('There is no such account');
  return account;
}

const notFound = (text: string) => new Refused(page(text, html`<p><a href="/">All accounts</a></p>`, 404));

const hostPath = (vendor: Vendor, account: SimAccount) => `/host/${vendor.id}/${encodeURIComponent(account.email)}`;
