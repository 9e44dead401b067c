-- only postgres
-- A search reads as many entries as a page needs, not all that match: `most` of them beyond `after`,
-- in the order in which they were added. First it looks through the next entries as they stand, where
-- words that many people have are found at once; only where they hold too few it asks the index of
-- trigrams, which brings everybody who matches: few, since most of these entries did not. Left alone
-- the server would choose wrongly: behind a policy it uses no statistics for `like`.
-- They run as the owner, as migration 0013 says; `words_hold` is a condition of quoted patterns.
create function people_matching(words_hold text, after bigint, most bigint)
returns table (entry bigint, person_id text)
language plpgsql stable rows 20
set search_path = pg_catalog, public, pg_temp as $function$
declare
  workspace text := current_setting('imago.workspace');
  looked_at bigint := least(20 * most, 2000);
  looked_until bigint;
  found_already bigint;
begin
  return query execute
    'select s.entry, s.person_id from ('
    || 'select n.entry, n.person_id, n.words from people_search n'
    || ' where n.workspace_id = $1 and n.entry > $2 order by n.entry limit $4'
    || ') s where ' || words_hold || ' order by s.entry limit $3'
    using workspace, after, most, looked_at;
  get diagnostics found_already = row_count;
  if found_already >= most then
    return;
  end if;
  select n.entry into looked_until from people_search n
  where n.workspace_id = workspace and n.entry > after
  order by n.entry offset looked_at - 1 limit 1;
  if looked_until is null then
    return;
  end if;
  return query execute
    'with s as materialized ('
    || 'select s.entry, s.person_id from people_search s'
    || ' where s.workspace_id = $1 and s.entry > $2 and ' || words_hold
    || ') select s.entry, s.person_id from s order by s.entry limit $3'
    using workspace, looked_until, most - found_already;
end
$function$;

drop function people_holding(text[], bigint);
drop function people_holding_any(text[], text[], bigint);

create function people_holding(patterns text[], after bigint, most bigint)
returns table (entry bigint, person_id text)
language sql stable security definer rows 20
set search_path = pg_catalog, public, pg_temp as $function$
  select m.entry, m.person_id from people_matching(
    (select coalesce(string_agg(format('s.words like %L', p), ' and '), 'true') from unnest(patterns) p),
    after, most) m
$function$;

create function people_holding_any(any_of text[], all_of text[], after bigint, most bigint)
returns table (entry bigint, person_id text)
language sql stable security definer rows 20
set search_path = pg_catalog, public, pg_temp as $function$
  select m.entry, m.person_id from people_matching(
    (select '(' || coalesce(string_agg(format('s.words like %L', p), ' or '), 'false') || ')'
     from unnest(any_of) p)
    || (select coalesce(string_agg(format(' and s.words like %L', p), ''), '') from unnest(all_of) p),
    after, most) m
$function$;
-- end
