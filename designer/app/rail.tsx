import { Link } from '@tanstack/react-router';
import { shell as t } from '../kit/messages/en/shell.ts';
import { areasOf } from './areas.ts';
import { BrandMark } from './brand.tsx';
import { useMe } from './session.ts';
import classes from './shell.module.css';

/** The areas this person may use; a bar at the bottom on a phone. */
export function Rail() {
  const me = useMe();
  return (
    <nav className={classes.rail} aria-label={t.rail}>
      <Link to="/" className={classes.railBrand} aria-label={t.product}>
        <BrandMark size={28} />
      </Link>
      {areasOf(me.role).map((area) => (
        <Link
          key={area.path}
          to={area.path}
          className={classes.railItem}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
        >
          <area.icon size={20} stroke={1.6} aria-hidden />
          <span>{area.label}</span>
        </Link>
      ))}
    </nav>
  );
}
