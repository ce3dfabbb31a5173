-- A record that must not be erased, whatever its age: a suit, an audit, an inspection. One at a time.
create table legal_hold (
    id             bigint generated always as identity primary key,
    record_id      uuid not null,
    kind           text not null,
    reason         text not null,
    held_at        timestamptz not null,
    held_by        text not null,
    release_reason text,
    released_at    timestamptz,
    released_by    text
);

create unique index legal_hold_standing on legal_hold (record_id) where released_at is null;

comment on column legal_hold.reason is 'Ciphertext, as every reason.';

-- One person proposes what to erase, another one releases it.
create table erasure (
    id          uuid primary key,
    kind        text not null,
    division    char(12) collate "C" not null,
    due_before  date not null,
    status      text not null check (status in ('DRY_RUN', 'PROPOSED', 'RUNNING', 'DONE', 'FAILED')),
    proposed_at timestamptz not null,
    proposed_by text not null,
    released_at timestamptz,
    released_by text,
    ended_at    timestamptz
);

-- Just these: what falls due after the proposal is nothing that anybody has looked at.
create table erasure_record (
    erasure_id uuid not null references erasure,
    record_id  uuid not null,
    outcome    text check (outcome in ('ERASED', 'HELD', 'NOT_DUE')),
    primary key (erasure_id, record_id)
);

create index erasure_record_waiting on erasure_record (erasure_id, record_id) where outcome is null;

-- What is left of a record: its row, with days, codes and counts, and this.
create table erased_record (
    record_id  uuid primary key,
    kind       text not null,
    version    integer not null,
    erased_on  date not null,
    erased_at  timestamptz not null,
    erasure_id uuid not null references erasure,
    by         text not null
);
