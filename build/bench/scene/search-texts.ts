import type pg from 'pg';

/**
 * What clerks type, taken from what is there: prefixes of names, plates, telephone numbers and contract numbers, a quarter
 * each, from two letters to the whole. The same company gives the same texts.
 */
export async function searchTexts(sql: pg.Pool, companyId: string, count: number): Promise<string[]> {
  const { rows } = await sql.query<{ texts: string[] }>(texts, [companyId, Math.ceil(count / 4)]);
  return rows.flatMap((row) => row.texts).slice(0, count);
}

const texts = `
  with customer as (
    select *, row_number() over (order by md5(id::text)) as n from public.customers
    where company_id = $1::uuid and kind = 'person' and phone like '+41%' order by md5(id::text) limit $2::int
  ), contract as (
    select *, row_number() over (order by md5(id::text)) as n from public.contracts
    where company_id = $1::uuid and number is not null order by md5(id::text) limit $2::int
  )
  select array[
    case customer.n % 4
      when 0 then left(last_name, 2)
      when 1 then left(last_name, 4)
      when 2 then last_name || ' ' || left(first_name, 2)
      else lower(first_name) || ' ' || lower(last_name) end,
    case customer.n % 3
      when 0 then left(plate, 2 + (customer.n % 5)::int)
      when 1 then lower(replace(plate, ' ', ''))
      else substr(plate, 4) end,
    case customer.n % 3
      when 0 then '0' || substr(phone, 4, 5)
      when 1 then '0' || substr(phone, 4, 2) || ' ' || substr(phone, 6, 3) || ' ' || substr(phone, 9, 2)
      else phone end,
    case customer.n % 3
      when 0 then left(number, 8)
      when 1 then left(number, length(number) - 2)
      else number end
  ] as texts
  from customer join contract using (n) order by n`;
