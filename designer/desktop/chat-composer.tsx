import { ActionIcon, Button, Popover, SegmentedControl, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconLink, IconPaperclip, IconSend } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { maxChatText } from '#dsl/protocol/chat.ts';
import type { ChatClient } from '../chat-widget/chat-client.ts';
import { chat as t } from '../kit/messages/en/chat.ts';
import classes from './chat.module.css';

/** How often the customer is told again that the agent writes. */
const typingAgainMs = 3000;

/** Where an agent writes: Enter sends, Shift-Enter begins a line. */
export function ChatComposer({ client }: { readonly client: ChatClient }) {
  const [text, setText] = useState('');
  const [visibility, setVisibility] = useState<'all' | 'agents'>('all');
  const toldAt = useRef(0);
  const send = (): void => {
    if (text.trim() === '') return;
    client.say(text.trim(), { visibility });
    toldAt.current = 0;
    setText('');
  };
  const write = (next: string): void => {
    setText(next);
    if (visibility !== 'all') return;
    const isEmpty = next === '';
    if (!isEmpty && Date.now() - toldAt.current < typingAgainMs) return;
    toldAt.current = isEmpty ? 0 : Date.now();
    client.typing(!isEmpty);
  };
  return (
    <div className={classes.composer} data-inside={visibility === 'agents'}>
      <Textarea
        aria-label={t.message}
        placeholder={visibility === 'all' ? t.messageHelp : t.noteHelp}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={maxChatText}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <div className={classes.composing}>
        <SegmentedControl
          size="xs"
          aria-label={t.whoReads}
          value={visibility}
          data={[
            { value: 'all', label: t.toEverybody },
            { value: 'agents', label: t.toAgents },
          ]}
          onChange={(value) => setVisibility(value === 'agents' ? 'agents' : 'all')}
        />
        <FileButton client={client} />
        <AddressButton client={client} />
        <Button className={classes.send ?? ''} leftSection={<IconSend size={15} />} onClick={send}>
          {t.send}
        </Button>
      </div>
    </div>
  );
}

function FileButton({ client }: { readonly client: ChatClient }) {
  const picker = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const upload = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file === undefined) return;
    setSending(true);
    try {
      await client.sendFile(file);
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : t.failed });
    }
    setSending(false);
  };
  return (
    <>
      <Tooltip label={t.attach}>
        <ActionIcon size={30} loading={isSending} aria-label={t.attach} onClick={() => picker.current?.click()}>
          <IconPaperclip size={17} />
        </ActionIcon>
      </Tooltip>
      <input ref={picker} type="file" hidden onChange={({ currentTarget }) => void upload(currentTarget.files)} />
    </>
  );
}

function AddressButton({ client }: { readonly client: ChatClient }) {
  const [isAsking, setAsking] = useState(false);
  const [address, setAddress] = useState('');
  const isRight = /^https?:\/\/[^\s/]/.test(address);
  const send = (): void => {
    if (!isRight) return;
    client.say(address, { kind: 'push-url' });
    setAddress('');
    setAsking(false);
  };
  return (
    <Popover opened={isAsking} onChange={setAsking} position="top-start" width={320} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={t.pushUrl}>
          <ActionIcon size={30} aria-label={t.pushUrl} onClick={() => setAsking(!isAsking)}>
            <IconLink size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.asking ?? ''}>
        <TextInput
          data-autofocus
          label={t.pushUrlLabel}
          placeholder="https://"
          error={address === '' || isRight ? undefined : t.pushUrlWrong}
          value={address}
          onChange={({ currentTarget }) => setAddress(currentTarget.value.trim())}
          onKeyDown={({ key }) => key === 'Enter' && send()}
        />
        <Button disabled={!isRight} onClick={send}>
          {t.pushUrlSend}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
