/** The page's outline at its real size, until it is known who is asked for what. */
export function EventSkeleton() {
  return (
    <div className="card columns" aria-busy="true">
      <Loading />
      <div className="summary" aria-hidden="true">
        <span className="bone bone-host" />
        <span className="bone bone-title" />
        <span className="bone bone-fact" />
        <span className="bone bone-fact" />
      </div>
      <div className="picker" aria-hidden="true">
        <div className="picker-month">
          <span className="bone bone-month" />
        </div>
        <div className="picker-times" />
      </div>
    </div>
  );
}

/** The same for a booking's own page. */
export function BookingSkeleton() {
  return (
    <div className="card booking" aria-busy="true">
      <Loading />
      <span className="bone bone-mark" aria-hidden="true" />
      <span className="bone bone-title" aria-hidden="true" />
      <span className="bone bone-ticket" aria-hidden="true" />
    </div>
  );
}

/** The same for a host's page. */
export function HostSkeleton() {
  return (
    <div className="host-page" aria-busy="true">
      <Loading />
      <div aria-hidden="true">
        <span className="bone bone-avatar" />
        <span className="bone bone-title" />
        <span className="bone bone-event" />
        <span className="bone bone-event" />
      </div>
    </div>
  );
}

const Loading = () => (
  <p className="visually-hidden" role="status">
    Loading …
  </p>
);
