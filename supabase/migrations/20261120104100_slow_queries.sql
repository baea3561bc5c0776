-- What is slow, for whoever looks after the database. pg_stat_statements keeps texts without their values: no names in here.

create view private.slow_queries with (security_invoker = true) as
  select left(s.query, 500) as query, s.calls, round(s.mean_exec_time::numeric, 1) as mean_ms, round(s.max_exec_time::numeric, 1) as worst_ms,
    round(s.total_exec_time::numeric / 1000, 1) as total_s, s.rows, s.shared_blks_read as blocks_from_disk
  from extensions.pg_stat_statements s
  where s.calls > 0 and (s.mean_exec_time > 100 or s.total_exec_time > 60000)
  order by s.total_exec_time desc
  limit 100;
comment on view private.slow_queries is 'Queries over 100 ms on average, or over a minute in all since the statistics began; the costliest first.';
comment on column private.slow_queries.query is 'Its text, with $1 for values.';
comment on column private.slow_queries.calls is 'How often.';
comment on column private.slow_queries.mean_ms is 'On average.';
comment on column private.slow_queries.worst_ms is 'The slowest.';
comment on column private.slow_queries.total_s is 'In all.';
comment on column private.slow_queries.rows is 'How many rows it gave or changed in all.';
comment on column private.slow_queries.blocks_from_disk is 'Many: it reads what is not in memory.';
