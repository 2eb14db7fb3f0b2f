import type { Right } from '#dsl/protocol/tokens.ts';

/** Who asks: a person with a session, or a program with a token. */
export interface Principal {
  readonly kind: 'person' | 'program';
  /** Account id of a person, token id of a program. */
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly tenantId: string;
  readonly roles: readonly Right[];
  readonly mustChangePassword: boolean;
}

/** Whether somebody with these roles may do what is open to `allowed`: administrators everything, supervisors also what agents may. */
export function holdsRole(roles: readonly Right[], allowed: readonly Right[]): boolean {
  return roles.some(
    (role) =>
      role === 'administrator' || allowed.includes(role) || (role === 'supervisor' && allowed.includes('agent')),
  );
}
