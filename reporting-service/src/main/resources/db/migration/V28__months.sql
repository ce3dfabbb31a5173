-- What is counted of a period and an area: one range of an index for each month, and nothing beside it is read. In an
-- index (division, day) a county's year lay among all its years.
create function month_of(day date) returns date
    immutable strict parallel safe
    language sql
    return date_trunc('month', day::timestamp)::date;

-- Every index by place and day now begins with the month. What is open, or in office, when a period ends began on any
-- day before: its index stays as it is, and gets a sister.
do $$
declare
    it record;
    by_month text;
begin
    for it in
        select indexname, tablename, indexdef, days[1] as place, days[2] as day
        from pg_indexes, regexp_match(indexdef, '\((\w+), (\w+)\)') days
        where schemaname = 'public' and tablename like '%\_fact' and days[1] like '%division'
    loop
        by_month := replace(it.indexdef, format('(%s, %s)', it.place, it.day),
            format('(month_of(%s), %s, %s)', it.day, it.place, it.day));
        if (it.tablename, it.day) in (
            ('mediation_case_fact', 'accepted_on'),
            ('committee_fact', 'established_on'),
            ('mediator_fact', 'appointed_on'),
            ('petition_fact', 'received_on'),
            ('petition_fact', 'limit_started_on'),
            ('enforcement_officer_fact', 'post_from'),
            ('appointment_fact', 'appointed_on'),
            ('democratic_village_fact', 'named_on'))
        then
            execute replace(by_month, it.indexname, it.indexname || '_month');
        else
            execute format('drop index %I', it.indexname);
            execute by_month;
        end if;
    end loop;
    -- What a county counts when a period ends began by any of its days, and who walks over all divisions asks none.
    for it in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname like '%\_fact' loop
        execute format('create index %I on %I (division)', it.relname || '_division', it.relname);
    end loop;
end
$$;

-- Above the county numbers of months are kept (ADR 0012), as long as nothing in the month changed. The transaction that
-- changes a fact gives its months, by each of its days and places, a new stamp.
create sequence fact_change_stamp;

create table fact_change (
    kind text collate "C" not null,
    prefecture char(4) collate "C" not null,
    month date not null,
    stamp bigint not null,
    primary key (kind, month, prefecture)
);

-- Of all facts at once: a rebuild puts other tables in their place.
create table fact_change_base (
    stamp bigint not null
);
insert into fact_change_base values (nextval('fact_change_stamp'));

-- A number of a month, of the division and of each of its children.
--
-- measure: a digest of what is counted, in words of SQL
-- state: the stamps of the facts it was counted of
create table month_number (
    measure uuid not null,
    division char(12) collate "C" not null,
    month date not null,
    state text not null,
    children text[] not null,
    numbers numeric[] not null,
    counted_at timestamptz not null default now(),
    primary key (division, measure, month)
);

create index month_number_counted on month_number (counted_at);
