import { useEffect, useMemo, useRef, useState } from 'react';
import { desktop as t } from '../kit/messages/en/desktop.ts';
import classes from './message.module.css';

const shortest = 40;

/**
 * HTML of a mail in a frame of its own: no script, no form, no style of ours, and nothing from elsewhere but, once
 * `showsImages`, pictures. It is as high as its content.
 */
export function MailFrame(props: { readonly html: string; readonly showsImages: boolean; readonly title?: string }) {
  const { html, showsImages } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(shortest);
  const page = useMemo(() => mailPage(html, showsImages), [html, showsImages]);
  const watcher = useRef<ResizeObserver>(null);
  useEffect(() => () => watcher.current?.disconnect(), []);
  const follow = (): void => {
    const root = frame.current?.contentDocument?.documentElement;
    watcher.current?.disconnect();
    if (root === undefined) return;
    const measure = (): void => setHeight(Math.max(shortest, Math.ceil(root.getBoundingClientRect().height)));
    watcher.current = new ResizeObserver(measure);
    watcher.current.observe(root);
    measure();
  };
  return (
    <iframe
      ref={frame}
      className={classes.frame}
      title={props.title ?? t.messageBody}
      // same origin only so that its height can be read and the mail's own pictures load; scripts stay off
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={page}
      style={{ height }}
      onLoad={follow}
    />
  );
}

// the server has sanitised the text; the policy holds even if something slipped through
function mailPage(html: string, showsImages: boolean): string {
  const images = showsImages ? "'self' data: https: http:" : "'self' data:";
  const policy = `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  return `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<style>
html{overflow-x:auto;overflow-y:hidden;color-scheme:light;background:#fff}
body{margin:0;padding:14px 16px;color:#1b2230;font:14px/1.5 "Inter","Segoe UI",system-ui,sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
img[data-remote-src]{display:inline-block;min-width:16px;min-height:16px;border:1px dashed #9aa3b2;background:#f2f4f7}
a{color:#1f4fc4}
blockquote{margin:8px 0 8px 4px;padding-left:12px;border-left:2px solid #c3c9d3;color:#566072}
pre{white-space:pre-wrap}
table{max-width:100%}
</style></head><body>${html}</body></html>`;
}
