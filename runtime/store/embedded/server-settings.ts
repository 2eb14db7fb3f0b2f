/** A setting of PostgreSQL by name; see its manual, "Server Configuration". */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * How the embedded server differs from PostgreSQL's defaults: small in memory, since it shares a laptop with everything else,
 * and durable, since it holds the truth.
 */
export const embeddedServerSettings: ServerSettings = {
  shared_buffers: '32MB',
  max_connections: '100',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  wal_buffers: '2MB',
  // No helper processes: each costs memory, and one machine's queries are short.
  io_method: 'sync',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  max_worker_processes: '2',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  autovacuum_naptime: '30s',
  jit: 'off',
  huge_pages: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  // Nobody replicates from an embedded server; a recovery has at most this much to read.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  checkpoint_timeout: '5min',
  // Queues change all the time: compiled plans and statistics must not lag behind.
  autovacuum_analyze_scale_factor: '0.05',
  autovacuum_vacuum_scale_factor: '0.05',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements hold customers' words: the log has the server's own news only ("log" ranks above "error" here).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Settings as arguments of `postgres`. */
export function asArguments(settings: ServerSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
