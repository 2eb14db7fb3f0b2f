import { shell as t } from '../kit/messages/en/shell.ts';
import classes from './login.module.css';

/** The mark of the product: a signal arm on its post. */
export function BrandMark(props: { readonly size: number }) {
  return (
    <svg width={props.size} height={props.size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#1f4fc4" />
      <path
        d="M8 23h16M16 23V9M16 10h8l-3 3.5 3 3.5h-8"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Mark and name. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <BrandMark size={28} />
      <span>{t.product}</span>
    </div>
  );
}
