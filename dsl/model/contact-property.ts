/** Properties of a contact that strategies read as `contact.<name>`. */
export const contactProperties = {
  id: 'Id of the contact.',
  title: 'Title, such as Dr.',
  firstName: 'First name.',
  lastName: 'Last name.',
  fullName: 'First and last name.',
  emailAddress: 'The e-mail address the contact wrote from.',
} as const;
