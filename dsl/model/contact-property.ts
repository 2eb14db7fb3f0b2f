/** Properties of a contact that strategies read as `contact.<name>`; `attributes` holds the user-defined ones. */
export const contactProperties = {
  id: 'Id of the contact.',
  title: 'Title, such as Dr.',
  firstName: 'First name.',
  lastName: 'Last name.',
  fullName: 'First and last name.',
  emailAddress: 'Primary e-mail address.',
  phoneNumber: 'Primary telephone number.',
} as const;
