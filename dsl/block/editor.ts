/** What a form offers for a field beyond its type: pickers of names, the condition builder, Monaco. Set in a schema by `.meta({ editor })`. */
export type Editor =
  | 'agent'
  | 'agent-group'
  | 'assignments'
  | 'attachments'
  | 'condition'
  | 'field-codes'
  | 'model'
  | 'queue'
  | 'response'
  | 'script'
  | 'screening-rule'
  | 'segments'
  | 'skill-expression'
  | 'subroutine'
  | 'targets'
  | 'text'
  | 'variables';

declare module 'zod' {
  interface GlobalMeta {
    /** Which editor the derived form shows. */
    editor?: Editor;
    /** Unit shown beside the number. */
    unit?: string;
  }
}
