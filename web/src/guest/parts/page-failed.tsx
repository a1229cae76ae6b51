import { Component, type ReactNode } from 'react';

interface State {
  readonly hasFailed: boolean;
}

/** What is shown when a page cannot be drawn. */
export class PageFailed extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Message title="This page did not load">
        <p>Something went wrong on our side. Your bookings are safe.</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Reload the page
        </button>
      </Message>
    );
  }
}

/** A page of few words. */
export function Message({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="card narrow centred">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
