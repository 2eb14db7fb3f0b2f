import { LRUCache } from 'lru-cache';

/** Failures in a row after which a service is left alone. */
const maxFailures = 5;
/** How long it is left alone; then one question tries it. */
const restMs = 30_000;
/** Services a process remembers. */
const maxTargets = 10_000;

interface Circuit {
  failures: number;
  restsUntil: number;
}

/**
 * Leaves a service alone that failed several times in a row: those who ask it hear at once that it is away, and it gets time
 * to come back. After a rest one question is let through; its answer closes the circuit, its failure begins another rest.
 */
export class CircuitBreaker {
  readonly #circuits = new LRUCache<string, Circuit>({ max: maxTargets });

  /** Whether the service may be asked now, in Unix milliseconds. */
  mayAsk(target: string, now: number): boolean {
    const circuit = this.#circuits.get(target);
    if (circuit === undefined || circuit.failures < maxFailures) return true;
    if (now < circuit.restsUntil) return false;
    // this one tries it; the others wait for what it finds
    circuit.restsUntil = now + restMs;
    return true;
  }

  /** Tells how it went. */
  record(target: string, hasFailed: boolean, now: number): void {
    if (!hasFailed) {
      this.#circuits.delete(target);
      return;
    }
    const failures = (this.#circuits.get(target)?.failures ?? 0) + 1;
    this.#circuits.set(target, { failures, restsUntil: now + restMs });
  }
}
