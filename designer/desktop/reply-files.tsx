import { ActionIcon, Loader } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { AttachmentIcon } from './attachment-list.tsx';
import { fileSize } from './file-size.ts';
import type { ReplyDraft } from './reply-draft.ts';
import classes from './reply.module.css';

/** Files that go with the reply. */
export function ReplyFiles(props: {
  readonly files: ReplyDraft['files'];
  readonly uploading: number;
  onRemove(id: string): void;
}) {
  const { files, uploading, onRemove } = props;
  if (files.length === 0 && uploading === 0) return null;
  return (
    <ul className={classes.files} aria-label={t.attachments}>
      {files.map((file) => (
        <li key={file.id} className={classes.file}>
          <AttachmentIcon contentType={file.contentType} />
          <span className={classes.fileName}>{file.fileName}</span>
          {file.size > 0 && <span className={classes.dim}>{fileSize(file.size)}</span>}
          <ActionIcon size="sm" aria-label={t.removeAttachment(file.fileName)} onClick={() => onRemove(file.id)}>
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
      {uploading > 0 && (
        <li className={classes.file}>
          <Loader size={14} /> {t.uploading(uploading)}
        </li>
      )}
    </ul>
  );
}
