/** What a form offers for a field beyond its type: pickers of names, the condition builder, Monaco. Set in a schema by `.meta({ editor })`. */
export type Editor =
  | 'agent'
  | 'agent-group'
  | 'assignments'
  | 'attachments'
  | 'calendar'
  | 'condition'
  | 'data-source'
  | 'error-codes'
  | 'external-service'
  | 'field-codes'
  | 'function-arguments'
  | 'list'
  | 'macro'
  | 'macro-arguments'
  | 'media-type'
  | 'model'
  | 'queue'
  | 'response'
  | 'script'
  | 'screening-rule'
  | 'secret'
  | 'routing-rule'
  | 'segments'
  | 'skill-expression'
  | 'strategy'
  | 'subroutine'
  | 'subroutine-in'
  | 'subroutine-out'
  | 'targets'
  | 'text'
  | 'time-zone'
  | 'variables'
  | 'workbin';

declare module 'zod' {
  interface GlobalMeta {
    /** Which editor the derived form shows. */
    editor?: Editor;
    /** Unit shown beside the number. */
    unit?: string;
  }
}
