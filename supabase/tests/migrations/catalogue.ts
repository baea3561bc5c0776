import type pg from 'pg';

/** Each query says, in one column of text, what the schemas hold of one kind. Together: whatever a migration can make. */
const kinds = {
  schema: `select format('%s %s %s', nspname, nspacl, obj_description(oid, 'pg_namespace')) from pg_namespace where nspname in ('public', 'private')`,
  table: `select format('%s.%s %s rls %s forced %s replica %s partition %s %s', n.nspname, c.relname, c.relkind, c.relrowsecurity,
      c.relforcerowsecurity, c.relreplident, pg_get_expr(c.relpartbound, c.oid), obj_description(c.oid, 'pg_class'))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
  right: `select format('%s.%s: %s', n.nspname, c.relname, a::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      unnest(c.relacl) a where n.nspname in ('public', 'private') and c.relkind <> 'i'`,
  column: `select format('%s.%s %s %s %s not null %s default %s generated %s rights %s: %s', n.nspname, c.relname, a.attnum, a.attname,
      format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated,
      (select string_agg(x::text, ' ' order by x::text) from unnest(a.attacl) x), col_description(c.oid, a.attnum))
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where n.nspname in ('public', 'private') and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped`,
  constraint: `select format('%s.%s.%s %s valid %s', n.nspname, coalesce(c.relname, t.typname), k.conname, pg_get_constraintdef(k.oid), k.convalidated)
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace left join pg_class c on c.oid = k.conrelid
    left join pg_type t on t.oid = k.contypid where n.nspname in ('public', 'private')`,
  index: `select format('%s valid %s: %s', pg_get_indexdef(i.indexrelid), i.indisvalid, obj_description(i.indexrelid, 'pg_class'))
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'private')`,
  trigger: `select format('%s enabled %s', pg_get_triggerdef(t.oid), t.tgenabled) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and n.nspname in ('public', 'private', 'storage', 'auth')`,
  function: `select format('%s rights %s: %s', pg_get_functiondef(p.oid), (select string_agg(x::text, ' ' order by x::text) from unnest(p.proacl) x),
      obj_description(p.oid, 'pg_proc'))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private') and p.prokind in ('f', 'p')`,
  policy: `select format('%s.%s %s %s %s %s using %s check %s', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check)
    from pg_policies where schemaname in ('public', 'private', 'storage', 'auth')`,
  type: `select format('%s.%s %s base %s not null %s default %s labels %s: %s', n.nspname, t.typname, t.typtype, format_type(t.typbasetype, t.typtypmod),
      t.typnotnull, t.typdefault, (select string_agg(e.enumlabel, ' ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
      obj_description(t.oid, 'pg_type'))
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname in ('public', 'private') and t.typtype in ('d', 'e', 'r')`,
  publication: `select format('%s %s.%s %s %s', pubname, schemaname, tablename, attnames, rowfilter) from pg_publication_tables`,
  extension: `select format('%s in %s', e.extname, n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace`,
} as const;

/** The whole schema, a line for each thing that is in it, in order. */
export async function readWholeCatalogue(sql: pg.Client): Promise<string[]> {
  const lines: string[] = [];
  for (const [kind, query] of Object.entries(kinds)) {
    const { rows } = await sql.query<{ format: string }>(query);
    if (rows.length === 0) throw new Error(`there is no ${kind}`);
    lines.push(...rows.map(({ format }) => `${kind} ${format}`));
  }
  return lines.toSorted();
}
