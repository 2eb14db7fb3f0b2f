import { IconDownload, IconFile, IconFileTypePdf, IconFileZip, IconPhoto } from '@tabler/icons-react';
import type { Message } from '#dsl/protocol/interactions.ts';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import { fileSize } from './file-size.ts';
import classes from './message.module.css';

type Attachment = Message['attachments'][number];

/** Files of a message, each to be saved. */
export function AttachmentList(props: { readonly attachments: readonly Attachment[] }) {
  if (props.attachments.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={t.attachments}>
      {props.attachments.map((file) => (
        <li key={file.id}>
          <a
            className={classes.file}
            href={`/api/attachments/${file.id}`}
            download={file.fileName}
            title={t.download(file.fileName, fileSize(file.size))}
          >
            <AttachmentIcon contentType={file.contentType} />
            <span className={classes.fileName}>{file.fileName}</span>
            <span className={classes.fileSize}>{fileSize(file.size)}</span>
            <IconDownload size={14} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Picture for a kind of file. */
export function AttachmentIcon(props: { readonly contentType: string }) {
  const { contentType } = props;
  const look = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
  if (contentType.startsWith('image/')) return <IconPhoto {...look} />;
  if (contentType === 'application/pdf') return <IconFileTypePdf {...look} />;
  return /zip|compressed|tar/.test(contentType) ? <IconFileZip {...look} /> : <IconFile {...look} />;
}
