/** The objects a template can name, and what each stands for. */
export const objectHelp = {
  Interaction: 'The interaction that is answered.',
  Contact: 'The person outside who wrote or is written to.',
  Agent: 'The agent who answers; in automatic mails, the agent set up for them.',
} as const;

/** Name of an object of field codes. */
export type FieldCodeObjectName = keyof typeof objectHelp;

/** A field of an object. */
export interface FieldCodeField {
  readonly object: FieldCodeObjectName;
  readonly name: string;
  /** How it is written where the name alone is not enough. */
  readonly code?: string;
  readonly help: string;
}

/** Fields every object of the kind has, also where they are empty. A contact may have more, of its tenant's own. */
export const fieldCodeFields: readonly FieldCodeField[] = [
  { object: 'Interaction', name: 'Id', help: 'Number of the interaction, for reference.' },
  { object: 'Interaction', name: 'DateCreated', help: 'When the interaction came in.' },
  { object: 'Interaction', name: 'Subject', help: 'Its subject.' },
  { object: 'Interaction', name: 'FromAddress', help: 'Address it came from.' },
  { object: 'Interaction', name: 'ToAddress', help: 'Address it was sent to.' },
  { object: 'Interaction', name: 'TimeZone', help: 'Time zone of the contact, where it is known.' },
  {
    object: 'Interaction',
    name: 'AttachedData',
    code: 'AttachedData("key")',
    help: 'What a strategy or a form attached under a key.',
  },
  { object: 'Contact', name: 'Id', help: 'Number of the contact.' },
  { object: 'Contact', name: 'Title', help: 'Form of address.' },
  { object: 'Contact', name: 'FirstName', help: 'First name.' },
  { object: 'Contact', name: 'LastName', help: 'Last name.' },
  { object: 'Contact', name: 'FullName', help: 'First and last name.' },
  { object: 'Contact', name: 'PrimaryEmailAddress', help: 'E-mail address used first.' },
  { object: 'Contact', name: 'PrimaryPhoneNumber', help: 'Phone number used first.' },
  { object: 'Contact', name: 'EmailAddresses', help: 'All e-mail addresses; has Count, First, Last and Item(number).' },
  { object: 'Agent', name: 'FirstName', help: 'First name.' },
  { object: 'Agent', name: 'LastName', help: 'Last name.' },
  { object: 'Agent', name: 'FullName', help: 'First and last name.' },
  { object: 'Agent', name: 'Signature', help: 'Signature of the agent.' },
];
