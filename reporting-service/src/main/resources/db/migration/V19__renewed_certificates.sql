-- The day on which an enforcement certificate was last renewed.
alter table enforcement_officer_fact add column renewed_on date;
