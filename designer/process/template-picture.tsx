import { useQuery } from '@tanstack/react-query';
import { templates as t } from '../kit/messages/en/templates.ts';
import classes from './template.module.css';

/** A picture of a template. What draws it is loaded once one is looked at. */
export function TemplatePicture(props: {
  readonly id: string;
  readonly name: string;
  readonly draw: () => Promise<string>;
}) {
  const picture = useQuery({
    queryKey: ['template-picture', props.id],
    queryFn: props.draw,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className={classes.picture}>
      {picture.data !== undefined && (
        <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.data)}`} alt={t.picture(props.name)} />
      )}
    </div>
  );
}
