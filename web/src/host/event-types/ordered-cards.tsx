import { ActionIcon, Stack, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { type EventType, useOrderEventTypes } from '../data/event-types.ts';
import { Icon } from '../parts/icons.tsx';
import { tellProblem } from '../parts/tell.tsx';
import { EventTypeCard } from './card.tsx';
import { useListDrag } from './use-list-drag.ts';
import { t } from '../text.ts';

/** The event types in the host's order, which is changed by dragging a card, by arrow keys, or in a card's menu. */
export function OrderedCards({ eventTypes }: { readonly eventTypes: readonly EventType[] }) {
  const order = useOrderEventTypes();
  const [said, setSaid] = useState('');
  const keepFocus = useKeptFocus(eventTypes.map(({ id }) => id).join());

  function move(from: number, to: number) {
    const moved = eventTypes[from];
    if (moved === undefined || to < 0 || to >= eventTypes.length) return;
    keepFocus();
    const others = eventTypes.filter((one) => one !== moved);
    order.mutate([...others.slice(0, to), moved, ...others.slice(to)], {
      onError: (error) => tellProblem(t('types.notOrdered'), error),
    });
    setSaid(t('types.place', { title: moved.title, place: to + 1, count: String(eventTypes.length) }));
  }

  const { list, begin, styleOf } = useListDrag(move);
  const byArrow = (index: number) => (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(index, index + by);
  };
  const isAlone = eventTypes.length < 2;
  return (
    <>
      <Stack gap="md" ref={list}>
        {eventTypes.map((eventType, index) => (
          <div key={eventType.id} style={styleOf(index)}>
            <EventTypeCard
              eventType={eventType}
              onMoveUp={index > 0 ? () => move(index, index - 1) : undefined}
              onMoveDown={index + 1 < eventTypes.length ? () => move(index, index + 1) : undefined}
              handle={
                isAlone ? null : (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    className="drag-handle"
                    aria-label={t('types.move', { title: eventType.title })}
                    title={t('types.moveHint')}
                    onPointerDown={(event) => begin(index, event)}
                    onKeyDown={byArrow(index)}
                  >
                    <Icon name="grip" />
                  </ActionIcon>
                )
              }
            />
          </div>
        ))}
      </Stack>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}

/** Returns the focus to where it was before the rows changed places: the browser takes it from an element that is moved. */
function useKeptFocus(order: string): () => void {
  const kept = useRef<{ readonly element: Element | null; readonly order: string }>(null);
  useLayoutEffect(() => {
    if (kept.current === null || kept.current.order === order) return;
    const { element } = kept.current;
    kept.current = null;
    if (document.activeElement === document.body && element instanceof HTMLElement) element.focus();
  }, [order]);
  return () => {
    kept.current = { element: document.activeElement, order };
  };
}
