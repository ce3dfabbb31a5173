-- The vault's own audit is proven as the service's ordinary one is (kit V0_11), by a chain apart: nothing of it is told.
alter table accusations.read_audit
    add xid xid8 not null default pg_current_xact_id(),
    add division char(12) collate "C",
    add mac bytea;

create index read_audit_changes on accusations.read_audit (xid, id);

create table accusations.audit_chain (like public.audit_chain including all);

create trigger audit_chain_append_only
    before update or delete or truncate on accusations.audit_chain
    for each statement execute function public.audit_is_append_only();
