import { type PointerEvent as ReactPointerEvent, useRef, useState } from 'react';

interface Drag {
  /** Places in the list. */
  readonly from: number;
  readonly to: number;
  /** How far the dragged row has been moved, in pixels of the page. */
  readonly distance: number;
}

interface Row {
  /** Edges in pixels of the page. */
  readonly top: number;
  readonly bottom: number;
}

/** So near to the window's edge, dragging scrolls. */
const EDGE_PX = 72;
const SCROLL_PX = 16;

/**
 * Lets rows of a list be dragged to another place by their handles, with a mouse, a pen or a finger. Rows are shifted while
 * one is dragged and stay where they are in the document until `onDrop`: an element that is moved there loses the pointer.
 * Escape takes it back.
 */
export function useListDrag(onDrop: (from: number, to: number) => void) {
  const list = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);

  function begin(from: number, { button, pageY: startY, pointerId }: ReactPointerEvent) {
    if (button !== 0 || list.current === null) return;
    const measured = Array.from(list.current.children, (row): Row => {
      const { top, bottom } = row.getBoundingClientRect();
      return { top: top + window.scrollY, bottom: bottom + window.scrollY };
    });
    setRows(measured);
    let last: Drag = { from, to: from, distance: 0 };
    const ended = new AbortController();
    const end = () => {
      ended.abort();
      setDrag(null);
    };
    const options = { signal: ended.signal };
    const ofThis = (act: (event: PointerEvent) => void) => (event: PointerEvent) => {
      if (event.pointerId === pointerId) act(event);
    };
    const move = ofThis(({ pageY, clientY }) => {
      const distance = pageY - startY;
      last = { from, to: placeAt(measured, from, distance), distance };
      setDrag(last);
      if (clientY < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
      else if (clientY > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
    });
    const drop = ofThis(() => {
      end();
      if (last.to !== from) onDrop(from, last.to);
    });
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerup', drop, options);
    window.addEventListener('pointercancel', ofThis(end), options);
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), options);
    setDrag(last);
  }

  return {
    list,
    begin,
    /** How a row stands while one is dragged. */
    styleOf: (index: number) => (drag === null ? undefined : styleIn(drag, index, rows)),
  };
}

/** The place of a row whose middle was moved so far: it has passed those whose middles it has passed. */
function placeAt(rows: readonly Row[], from: number, distance: number): number {
  const middle = (row: Row) => (row.top + row.bottom) / 2;
  const dragged = rows[from];
  if (dragged === undefined) return from;
  const now = middle(dragged) + distance;
  return rows.filter((row, index) => index !== from && middle(row) < now).length;
}

function styleIn({ from, to, distance }: Drag, index: number, rows: readonly Row[]) {
  if (index === from) return { transform: `translateY(${distance}px)`, position: 'relative', zIndex: 1 } as const;
  const isPassed = from < to ? index > from && index <= to : index >= to && index < from;
  const [dragged, upper, lower] = [rows[from], rows[0], rows[1]];
  if (!isPassed || !dragged || !upper || !lower) return undefined;
  const step = dragged.bottom - dragged.top + (lower.top - upper.bottom);
  return { transform: `translateY(${from < to ? -step : step}px)` };
}
