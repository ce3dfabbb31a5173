-- The day of the last renewal: a certificate renewed in time keeps its first day.
alter table enforcement_officer add column renewed_on date;
