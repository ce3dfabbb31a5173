-- Everything under the keys that write now. It goes on where it stood after a crash.
create table reencryption (
    id          uuid primary key,
    status      text not null check (status in ('RUNNING', 'DONE', 'FAILED')),
    target      text not null,
    step        integer not null default 0,
    last_id     uuid,
    records     bigint not null default 0,
    rewritten   bigint not null default 0,
    left_over   bigint,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    started_by  text not null
);

create unique index reencryption_running on reencryption (status) where status = 'RUNNING';

comment on column reencryption.target is 'The versions that wrote when it began: with others it begins again.';
