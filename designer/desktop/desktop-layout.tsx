import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { Panes } from '../kit/panes.tsx';
import { ChatPane } from './chat-pane.tsx';
import { ContextPane } from './context-pane.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import type { Act } from './desktop-data.ts';
import classes from './desktop.module.css';
import { HandledReply } from './handled-reply.tsx';
import { NothingInHand } from './nothing-in-hand.tsx';
import type { ReplyTextHandle } from './reply-text.tsx';
import type { Selection } from './use-selection.ts';
import { WorkPane } from './work-pane.tsx';

const startSizes = { left: 296, right: 312, bottom: 380 };

const paneLabels = { left: t.pages.work, right: t.pages.context };

type Page = keyof typeof t.pages;

/** The three panes side by side, or on a narrow screen one at a time. */
export function DesktopLayout(props: {
  readonly state: DesktopState;
  readonly act: Act;
  readonly selection: Selection;
  readonly editor: RefObject<ReplyTextHandle | null>;
  onAccept(id: string): void;
  onHelp(): void;
}) {
  const { state, act, selection, editor, onAccept, onHelp } = props;
  const { selected } = selection;
  const isNarrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const selectedId = selected?.id;
  // what was asked for holds for the interaction that was open then
  const [earlier, setEarlier] = useState<{ readonly of: string | undefined; readonly thread: string | undefined }>();
  const earlierThread = earlier?.of === selectedId ? earlier?.thread : undefined;
  const setEarlierThread = (thread: string | undefined): void => setEarlier({ of: selectedId, thread });
  const [asked, setAsked] = useState<{ readonly of: string | undefined; readonly page: Page }>();
  const page = asked?.of === selectedId ? asked?.page : selectedId === undefined ? 'work' : 'conversation';
  const setPage = (next: Page): void => setAsked({ of: selectedId, page: next });
  const work = (
    <WorkPane
      state={state}
      act={act}
      selectedId={selectedId}
      onSelect={(id) => {
        selection.select(id);
        setAsked({ of: id, page: 'conversation' });
      }}
      onAccept={onAccept}
      onHelp={onHelp}
    />
  );
  const isChat = selected?.media === 'chat' && selected.state === 'handling';
  const conversation =
    selected === undefined ? (
      <NothingInHand state={state} act={act} />
    ) : isChat && earlierThread === undefined ? (
      <ChatPane key={selected.id} interaction={selected} act={act} />
    ) : (
      <ConversationPane
        interaction={selected}
        state={state}
        act={act}
        earlierThread={earlierThread}
        onBack={() => setEarlierThread(undefined)}
      />
    );
  const reply = selected?.state === 'handling' && !isChat && (
    <HandledReply key={selected.id} interactionId={selected.id} act={act} handle={editor} />
  );
  const context = selected && (
    <ContextPane
      key={selected.id}
      interaction={selected}
      openThread={earlierThread ?? selected.threadId}
      onOpenThread={(threadId) => {
        setEarlierThread(threadId === selected.threadId ? undefined : threadId);
        setPage('conversation');
      }}
    />
  );
  if (!isNarrow)
    return (
      <Panes
        name="desktop"
        sizes={startSizes}
        labels={paneLabels}
        left={state.loggedIn ? work : undefined}
        right={context}
        bottom={reply === false ? undefined : reply}
      >
        {conversation}
      </Panes>
    );
  return (
    <div className={classes.narrow}>
      {selected !== undefined && <PageTabs page={page ?? 'conversation'} state={state} onChange={setPage} />}
      <div className={classes.narrowPage} data-page={page}>
        {state.loggedIn && (page === 'work' || selected === undefined) && work}
        {selected === undefined && conversation}
        {selected !== undefined && page === 'conversation' && (
          <>
            {conversation}
            {reply}
          </>
        )}
        {page === 'context' && context}
      </div>
    </div>
  );
}

function PageTabs(props: { readonly page: Page; readonly state: DesktopState; onChange(page: Page): void }) {
  const { page, state, onChange } = props;
  const waiting = state.invitations.length;
  return (
    <SegmentedControl
      className={classes.tabs ?? ''}
      fullWidth
      size="sm"
      aria-label={t.pagesLabel}
      value={page}
      data={(['work', 'conversation', 'context'] as const).map((value) => ({
        value,
        label: value === 'work' && waiting > 0 ? `${t.pages.work} (${waiting})` : t.pages[value],
      }))}
      onChange={(value) => onChange(value as Page)}
    />
  );
}
