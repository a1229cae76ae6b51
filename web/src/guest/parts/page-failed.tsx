import { Component, type ReactNode } from 'react';
import { PlainMessage } from './shell.tsx';

interface State {
  readonly hasFailed: boolean;
}

/** What is shown when a page cannot be drawn, as when its script is gone after an update of ours. */
export class PageFailed extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <PlainMessage title="This page did not load">
        <p>Something went wrong on our side. Nothing you did is lost on the server.</p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Load it again
        </button>
      </PlainMessage>
    );
  }
}
