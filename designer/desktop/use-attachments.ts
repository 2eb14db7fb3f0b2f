import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { uploadedSchema } from '#dsl/protocol/desktop.ts';
import { api } from '../kit/api.ts';
import { messageOf } from '../kit/problem.tsx';
import type { ReplyDraft } from './reply-draft.ts';

type Files = ReplyDraft['files'];

/** Uploads files for a reply. */
export interface Attachments {
  /** How many are on their way. */
  readonly uploading: number;
  add(files: readonly File[]): void;
}

/** Uploads what is added and hands over what the server kept; says so when it refused. */
export function useAttachments(onUploaded: (files: Files) => void): Attachments {
  const [uploading, setUploading] = useState(0);
  const upload = async (files: readonly File[]): Promise<void> => {
    const body = new FormData();
    for (const file of files) body.append('files', file, file.name);
    setUploading((count) => count + files.length);
    try {
      const { attachments } = await api.send('POST', '/api/desktop/attachments', body, uploadedSchema);
      onUploaded(attachments);
    } catch (error) {
      notifications.show({ color: 'red', message: messageOf(error) });
    } finally {
      setUploading((count) => count - files.length);
    }
  };
  return {
    uploading,
    add: (files) => {
      if (files.length > 0) void upload(files);
    },
  };
}
